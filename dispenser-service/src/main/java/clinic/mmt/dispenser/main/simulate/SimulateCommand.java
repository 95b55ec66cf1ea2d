package clinic.mmt.dispenser.main.simulate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Years of simulated clinics in minutes, judged by somebody else. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Simulate clinic-years in virtual time; a judge looks for what must never be.",
    footer = {"", "Example:", "  clinic simulate --clinic-years 2 --seed 7 --faults all"})
@SuppressWarnings("NullAway.Init")
public final class SimulateCommand implements Callable<Integer> {

  private static final int YEARS_MOST = 10_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--clinic-years",
      required = true,
      paramLabel = "N",
      description = "Clinics to simulate for a year each: 200 patients on 365 days.")
  private int years;

  @Option(names = "--seed", required = true, paramLabel = "S", description = "Of all chance.")
  private long seed;

  @Option(
      names = "--faults",
      defaultValue = "none",
      paramLabel = "KINDS",
      description = "all, none, or kinds with commas between.")
  private String faults;

  @Option(
      names = "--clinic",
      paramLabel = "I",
      description = "Only this clinic of the run, from 0 (as a replay names it).")
  private Optional<Integer> clinic;

  @Option(
      names = "--days",
      defaultValue = "0-364",
      paramLabel = "FROM-TO",
      description = "Only these days of the year, from 0.")
  private String days;

  @Option(
      names = "--patients",
      defaultValue = "all",
      paramLabel = "LIST",
      description = "Only these patients, by number from 0, with commas between.")
  private String patients;

  @Option(names = "--counts", description = "Print how often each kind of fault was reached.")
  private boolean counts;

  @Override
  public Integer call() {
    try {
      List<Scenario> scenarios = scenarios();
      return new Campaign(scenarios, spec.commandLine().getOut(), spec.commandLine().getErr())
          .run(seed, counts);
    } catch (IllegalArgumentException wrong) {
      spec.commandLine().getErr().println(wrong.getMessage());
      return 2;
    }
  }

  private List<Scenario> scenarios() {
    if (years < 1 || years > YEARS_MOST) {
      throw new IllegalArgumentException("--clinic-years is 1 to " + YEARS_MOST);
    }
    if (!days.matches("[0-9]{1,3}-[0-9]{1,3}")) {
      throw new IllegalArgumentException("--days is FROM-TO, for example 0-30");
    }
    List<Integer> span = span();
    Set<FaultKind> kinds = kinds();
    Set<Integer> who = who();
    List<Scenario> all = new ArrayList<>();
    int first = clinic.orElse(0);
    int last = clinic.orElse(years - 1);
    for (int i = first; i <= last; i++) {
      all.add(new Scenario(seed, i, span.getFirst(), span.getLast(), who, kinds));
    }
    return all;
  }

  private List<Integer> span() {
    String[] ends = days.split("-", -1);
    List<Integer> span = List.of(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    if (span.getFirst() > span.getLast() || span.getLast() >= Scenario.DAYS) {
      throw new IllegalArgumentException("--days lie between 0 and " + (Scenario.DAYS - 1));
    }
    return span;
  }

  private Set<FaultKind> kinds() {
    return switch (faults) {
      case "all" -> EnumSet.allOf(FaultKind.class);
      case "none" -> EnumSet.noneOf(FaultKind.class);
      default ->
          List.of(faults.split(",", -1)).stream()
              .map(
                  word ->
                      FaultKind.of(word)
                          .orElseThrow(
                              () ->
                                  new IllegalArgumentException(
                                      "--faults knows no " + word + "; it knows " + words())))
              .collect(Collectors.toSet());
    };
  }

  private static String words() {
    return EnumSet.allOf(FaultKind.class).stream()
        .map(FaultKind::word)
        .collect(Collectors.joining(" "));
  }

  private Set<Integer> who() {
    if (patients.equals("all")) {
      return IntStream.range(0, Scenario.PATIENTS).boxed().collect(Collectors.toSet());
    }
    Set<Integer> who = new TreeSet<>();
    for (String number : patients.split(",", -1)) {
      if (!number.matches("[0-9]{1,3}") || Integer.parseInt(number) >= Scenario.PATIENTS) {
        throw new IllegalArgumentException("--patients are numbers from 0 to 199");
      }
      who.add(Integer.parseInt(number));
    }
    return who;
  }
}
