package clinic.mmt.sim.pump.reglo;

import clinic.mmt.sim.core.Act;
import clinic.mmt.sim.core.Behaviour;
import clinic.mmt.sim.core.FrontPanel;
import clinic.mmt.sim.core.Volume;
import clinic.mmt.sim.fault.FaultBox;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.physics.RunCause;
import clinic.mmt.sim.physics.StationSettings;
import clinic.mmt.sim.physics.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What a Reglo ICC does: up to four channels that run on their own. The first carries the tube of
 * the station, the others turn over liquid of their own. Knows no bytes.
 */
public final class RegloPump implements Behaviour, FrontPanel {

  /** More news than this nobody has asked for. */
  private static final int NEWS_MAX = 64;

  private final RegloType type;
  private final FaultBox faults;
  private final List<Channel> channels = new ArrayList<>();
  private final Deque<News> news = new ArrayDeque<>();
  private boolean panelLocked;
  private int unit;

  /** A pump just switched on, over the liquid of its station. */
  public RegloPump(RegloType type, World world, FaultBox faults) {
    this.type = type;
    this.faults = faults;
    channels.add(new Channel(1, type, world, faults, this::tell));
    for (int number = 2; number <= type.channels(); number++) {
      World own = new World(StationSettings.usual(), number);
      channels.add(new Channel(number, type, own, new FaultBox(), this::tell));
    }
  }

  private void tell(News item) {
    if (news.size() < NEWS_MAX) {
      news.addLast(item);
    }
  }

  RegloType type() {
    return type;
  }

  List<Channel> channels() {
    return channels;
  }

  /** The next thing to tell unasked; taken while an answer is under way or not. */
  Optional<News> takeNews(boolean insideAnswer) {
    boolean held = faults.has(FaultKind.NEWS_IN_ANSWER);
    if (news.isEmpty() || held != insideAnswer) {
      return Optional.empty();
    }
    if (held) {
      faults.use(FaultKind.NEWS_IN_ANSWER);
    }
    return Optional.of(news.removeFirst());
  }

  void forgetNews() {
    news.clear();
  }

  void lockPanel(boolean locked) {
    panelLocked = locked;
  }

  /** Of the unit. */
  String serial() {
    return Integer.toString(12_345_678 + unit);
  }

  @Override
  public void advance(long simulatedNanos) {
    channels.forEach(channel -> channel.advance(simulatedNanos));
  }

  @Override
  public Act runAtFrontPanel(Volume volume, long nowNanos) {
    Channel first = channels.getFirst();
    if (panelLocked) {
      return Act.refused("the front panel is disabled (B)");
    }
    if (first.isOn()) {
      return Act.refused("the pump is running");
    }
    first.runAtKeys(volume, nowNanos);
    return Act.done();
  }

  /** H on some channels: all start, or none. */
  Optional<Channel.Refusal> start(List<Channel> some, long atNanos) {
    Optional<Channel.Refusal> refusal =
        some.stream().flatMap(channel -> channel.refusal().stream()).findFirst();
    if (refusal.isEmpty()) {
      some.forEach(channel -> channel.start(RunCause.WIRE, atNanos));
    }
    return refusal;
  }

  @Override
  public void powerOff() {
    channels.forEach(Channel::powerOff);
    news.clear();
    panelLocked = false;
  }

  @Override
  public void powerOn() {
    // It says nothing when it is switched on.
  }

  @Override
  public void swap() {
    powerOff();
    channels.forEach(Channel::swap);
    unit++;
  }
}
