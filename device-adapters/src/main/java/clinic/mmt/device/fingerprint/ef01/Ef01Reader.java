package clinic.mmt.device.fingerprint.ef01;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.FingerResult;
import clinic.mmt.device.FingerTemplate;
import clinic.mmt.device.FingerprintReader;
import clinic.mmt.device.VerifyLimits;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.PortDevice;
import clinic.mmt.device.exchange.Ticket;
import clinic.mmt.device.link.Link;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A ZFM-20 or one of its family, or an R503, as a 1:1 matcher; its library is kept empty. */
public final class Ef01Reader extends PortDevice<Ef01Packet> implements FingerprintReader {

  private static final int LEVEL_PARAMETER = 5;
  private static final int LEVEL = 3;
  private static final long LIFT_POLL_MILLIS = 150;
  private static final Ticket NOTHING = () -> {};

  private final Ef01Session session;
  private final AtomicReference<Ticket> running = new AtomicReference<>(NOTHING);
  private Optional<String> boundTo = Optional.empty();
  private Optional<String> unit = Optional.empty();
  private boolean lit;
  private boolean fingerMayLie;
  private int templateBytes;

  private Ef01Reader(String name, Link link, Ef01Options options) {
    super(name, link, Ef01Packet.PROTOCOL);
    this.session = new Ef01Session(options);
  }

  /** Opens the module called {@code name}; returns at once. */
  public static Ef01Reader open(String name, Link link, Ef01Options options) {
    Ef01Reader reader = new Ef01Reader(name, link, options);
    reader.start();
    return reader;
  }

  // Private exchange

  /** Password and mark, before every use; a swapped module has another mark. */
  private void mustBeTheSame(Line<Ef01Packet> line) throws FaultException {
    session.vfyPwd(line);
    Optional<String> found = session.bindingToken(line);
    if (boundTo.isPresent() && !boundTo.equals(found)) {
      throw new FaultException(
          new Fault.WrongDevice("ReadNotepad 0", boundTo.get(), found.orElse("no mark")));
    }
    if (unit.isPresent()) {
      mustBe(unit.get(), "ReadProdInfo", session.readProdInfo(line).unit());
    }
  }

  private static void mustBe(String expected, String command, String found) throws FaultException {
    if (!expected.equals(found)) {
      throw new FaultException(new Fault.WrongDevice(command, expected, found));
    }
  }

  private DeviceIdentity identifyNow(Line<Ef01Packet> line) throws FaultException {
    session.vfyPwd(line);
    if (session.product().isR503()) {
      ProdInfo info = r503(line);
      String firmware = session.getFwVer(line);
      String mark = session.bindingToken(line).orElse(info.unit());
      return new DeviceIdentity(info.model(), firmware, Optional.of(mark));
    }
    SysPara para = session.readSysPara(line);
    Optional<String> mark = session.bindingToken(line);
    return new DeviceIdentity(
        "EF01 library " + para.capacity(), "system %04X".formatted(para.system()), mark);
  }

  /** The module's own name; another product is refused. */
  private ProdInfo r503(Line<Ef01Packet> line) throws FaultException {
    ProdInfo info = session.readProdInfo(line);
    if (!info.model().startsWith("R503")) {
      throw new FaultException(new Fault.WrongDevice("ReadProdInfo", "R503", info.model()));
    }
    return info;
  }

  private DeviceIdentity bindNow(Line<Ef01Packet> line, String mark, boolean replace)
      throws FaultException {
    if (!mark.matches("[0-9a-f]{64}") || mark.matches("(00)+|(ff)+")) {
      throw new FaultException(new Fault.NotPermitted("bind", "a mark is 64 hex digits"));
    }
    session.vfyPwd(line);
    Optional<String> found = session.bindingToken(line);
    if (found.isPresent() && !found.get().equals(mark) && !replace) {
      throw new FaultException(new Fault.WrongDevice("ReadNotepad 0", "no mark", found.get()));
    }
    session.bind(line, mark);
    boundTo = Optional.of(mark);
    return identifyNow(line);
  }

  private Integer prepareNow(Line<Ef01Packet> line) throws FaultException {
    session.vfyPwd(line);
    if (session.product().isR503()) {
      unit = Optional.of(r503(line).unit());
      session.mustDo(line, Ef01Command.CHECK_SENSOR);
    }
    SysPara para = session.readSysPara(line);
    if (para.level() != LEVEL) {
      session.mustDo(line, Ef01Command.setSysPara(LEVEL_PARAMETER, LEVEL));
    }
    int found = session.templeteNum(line);
    if (found > 0) {
      session.mustDo(line, Ef01Command.EMPTY);
    }
    boundTo = session.bindingToken(line);
    return found;
  }

  private FingerResult verifyNow(
      Line<Ef01Packet> line, List<FingerTemplate> templates, VerifyLimits limits)
      throws FaultException {
    if (templates.isEmpty() || limits.attempts() < 1) {
      throw new FaultException(new Fault.NotPermitted("verify", "no template or no attempt"));
    }
    mustBeTheSame(line);
    forget(line);
    Verification verification = new Verification(session, templates, limits);
    try {
      light(line, Aura.WAITING);
      FingerResult result = verification.run(line, fingerMayLie);
      lightAfter(line, result);
      return result;
    } finally {
      fingerMayLie = verification.sawFinger();
      templateBytes = verification.downloaded();
      watchWhileNeeded();
    }
  }

  private void watchWhileNeeded() {
    if (fingerMayLie || lit || templateBytes > 0) {
      port().keepAlive(LIFT_POLL_MILLIS, this::watchForLift);
    }
  }

  /** Light is a courtesy: a module that does not want to shine is used all the same. */
  private void light(Line<Ef01Packet> line, Aura aura) throws FaultException {
    if (!session.product().isR503()) {
      return;
    }
    lit = aura == Aura.WAITING || lit;
    try {
      session.ask(line, aura.command());
      lit = aura == Aura.WAITING;
    } catch (FaultException e) {
      if (!(e.fault() instanceof Fault.NoAnswer || e.fault() instanceof Fault.BadFrame)) {
        throw e;
      }
      lit = aura == Aura.WAITING;
    }
  }

  /** A result is never lost for want of light; if the line is busy the light goes out later. */
  private void lightAfter(Line<Ef01Packet> line, FingerResult result) {
    try {
      light(
          line,
          switch (result) {
            case FingerResult.Match match -> Aura.MATCH;
            case FingerResult.Mismatch mismatch -> Aura.MISMATCH;
            case FingerResult.NoRead noRead -> Aura.OFF;
          });
    } catch (FaultException e) {
      lit = true;
    }
  }

  /**
   * After a result the glass is watched until it is free, so that the next person's finger is known
   * to be another one however early it comes.
   */
  private boolean watchForLift(Line<Ef01Packet> line) throws FaultException {
    if (lit) {
      light(line, Aura.OFF);
    }
    forget(line);
    if (session.ask(line, Ef01Command.GEN_IMG).code() == Ef01Session.NO_FINGER) {
      fingerMayLie = false;
      port().endKeepAlive();
    }
    return fingerMayLie;
  }

  /** Nothing of a person stays in the module longer than it is compared. */
  private void forget(Line<Ef01Packet> line) throws FaultException {
    if (templateBytes > 0) {
      session.forget(line, templateBytes);
      templateBytes = 0;
    }
  }

  private FingerTemplate enrolNow(Line<Ef01Packet> line, VerifyLimits limits)
      throws FaultException {
    mustBeTheSame(line);
    fingerMayLie = true;
    try {
      light(line, Aura.WAITING);
      FingerTemplate template = new Enrolment(session, limits).run(line);
      templateBytes = template.bytes().length;
      return template;
    } finally {
      watchWhileNeeded();
    }
  }

  /** With its cable a module mostly loses its power, and then its buffers. */
  @Override
  protected void down() {
    templateBytes = 0;
  }

  // Public operations

  @Override
  public void identify(Consumer<Answer<DeviceIdentity>> reply) {
    port().submit("identify", this::identifyNow, reply);
  }

  @Override
  public void prepare(Consumer<Answer<Integer>> reply) {
    port().submit("prepare", this::prepareNow, reply);
  }

  @Override
  public void bind(String mark, boolean replace, Consumer<Answer<DeviceIdentity>> reply) {
    port().submit("bind", line -> bindNow(line, mark, replace), reply);
  }

  @Override
  public void verify(
      List<FingerTemplate> templates, VerifyLimits limits, Consumer<Answer<FingerResult>> reply) {
    List<FingerTemplate> copy = List.copyOf(templates);
    running.set(
        port()
            .submit(
                "verify",
                line -> verifyNow(line, copy, limits),
                answer -> reply.accept(cancelledAsResult(answer))));
  }

  /** A verification that was called off before it began, or while the password was checked. */
  private static Answer<FingerResult> cancelledAsResult(Answer<FingerResult> answer) {
    return answer instanceof Answer.Failed<FingerResult>(Fault fault)
            && fault instanceof Fault.CancelledByStop
        ? Answer.ok(new FingerResult.NoRead(FingerResult.Reason.CANCELLED, 0))
        : answer;
  }

  @Override
  public void enrol(VerifyLimits limits, Consumer<Answer<FingerTemplate>> reply) {
    running.set(port().submit("enrol", line -> enrolNow(line, limits), reply));
  }

  @Override
  public void cancel() {
    running.get().cancel();
  }
}
