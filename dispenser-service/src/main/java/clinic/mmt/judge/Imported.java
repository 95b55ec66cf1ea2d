package clinic.mmt.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Files of patients (R-129, H103): taken in whole, and only when no line of them can be wrong; what
 * is odd is told, and a prescriber signs the list before anybody is dosed by it.
 */
final class Imported {

  /** Above so much in a day two sign. */
  private static final long CEILING_MICROGRAMS = 200_000;

  /** So many times the last dose, or more, is told. */
  private static final long TIMES = 2;

  private static final String PRESCRIBER = "PRESCRIBER";

  /** One import: its file, and how many of its orders are not written yet. */
  private static final class File {
    final String sha256;
    final Set<String> aboveCeiling = new HashSet<>();
    long missing;

    File(String sha256, long orders) {
      this.sha256 = sha256;
      this.missing = orders;
    }
  }

  private final Map<String, FileTold> told = new HashMap<>();
  private final Map<String, File> imports = new HashMap<>();
  private final Map<String, Long> lastDose = new HashMap<>();
  private final Map<String, Long> right = new HashMap<>();
  private final Set<String> prescribers = new HashSet<>();
  private final Set<String> inPeopleFile = new HashSet<>();

  /** Whether the next entry has to be the signatures of two. */
  private boolean twoOwed;

  /** Any entry that is not of a dose; what must never be, if it is so. */
  Optional<String> take(String kind, Body open, Body secret) {
    boolean owed = twoOwed && !kind.equals("act.signed");
    twoOwed = false;
    Optional<String> wrong =
        switch (kind) {
          case "staff.registered" -> registered(open);
          case "import.taken" -> taken(open, secret);
          case "outside-dose.noted" -> {
            lastDose.put(secret.text("patient"), secret.number("doseMicrograms"));
            yield Optional.empty();
          }
          case "order.imported" -> order(open, secret);
          case "order.struck" -> {
            imports.values().forEach(file -> file.aboveCeiling.remove(open.text("order")));
            yield Optional.empty();
          }
          case "import.signed" -> signed(open);
          default -> Optional.empty();
        };
    return owed ? Optional.of("a list with orders above the ceiling is signed by one") : wrong;
  }

  private Optional<String> registered(Body open) {
    if (List.of(open.text("roles").split(" ", -1)).contains(PRESCRIBER)) {
      prescribers.add(open.text("staff"));
    } else {
      prescribers.remove(open.text("staff"));
    }
    return Optional.empty();
  }

  private Optional<String> taken(Body open, Body secret) {
    String sha256 = secret.text("file");
    imports.put(open.text("import"), new File(sha256, open.number("orders")));
    FileTold file = told.get(sha256);
    return file == null || file.wrong().isEmpty()
        ? Optional.empty()
        : Optional.of("a file is taken in, and its lines " + file.wrong() + " are wrong");
  }

  private Optional<String> order(Body open, Body secret) {
    File file = imports.get(open.text("import"));
    if (file == null) {
      return Optional.of("an order of an import that was never taken in");
    }
    file.missing--;
    Optional.ofNullable(told.get(file.sha256))
        .map(t -> t.right().get((int) secret.number("line")))
        .ifPresent(micrograms -> right.put(open.text("order"), micrograms));
    long dose = secret.number("doseMicrograms");
    long last = lastDose.getOrDefault(secret.text("patient"), 0L);
    if (dose > CEILING_MICROGRAMS) {
      file.aboveCeiling.add(open.text("order"));
    }
    boolean odd = dose > CEILING_MICROGRAMS || (last > 0 && dose >= TIMES * last);
    return odd && secret.text("oddities").isEmpty()
        ? Optional.of("an imported order of " + dose + " µg is told as nothing odd")
        : Optional.empty();
  }

  private Optional<String> signed(Body open) {
    File file = imports.get(open.text("import"));
    if (file == null) {
      return Optional.of("the list of an import is signed that was never taken in");
    }
    twoOwed = !file.aboveCeiling.isEmpty();
    return prescribers.contains(open.text("prescriber"))
        ? Optional.empty()
        : Optional.of("the list of an import is signed by somebody who is no prescriber");
  }

  /** Why a pour by an order from a file is wrong, if so. */
  Optional<String> fault(Body dose) {
    Long most = right.get(dose.text("order.prescription"));
    return most == null || dose.number("order.doseMicrograms") <= most
        ? Optional.empty()
        : Optional.of(
            "poured by a line of a file that is wrong: %s µg, right is %d"
                .formatted(dose.text("order.doseMicrograms"), most));
  }

  // What really happens.

  /** Somebody looked at this file, and was told of these lines. */
  Optional<String> looked(FileTold file, Set<Integer> faults, Set<Integer> odd) {
    told.put(file.sha256(), file);
    return faults.containsAll(file.wrong()) && (!faults.isEmpty() || odd.containsAll(file.odd()))
        ? Optional.empty()
        : Optional.of(
            "of a file with the wrong lines %s and the odd lines %s are told %s and %s"
                .formatted(file.wrong(), file.odd(), faults, odd));
  }

  /** The people of an import are in the people file now, or are not any more. */
  void people(String imported, boolean there) {
    if (there) {
      inPeopleFile.add(imported);
    } else {
      inPeopleFile.remove(imported);
    }
  }

  /** All or nothing, in the ledger and in the people file. */
  Optional<String> dayEnds() {
    for (Map.Entry<String, File> one : imports.entrySet()) {
      if (one.getValue().missing != 0) {
        return Optional.of(one.getValue().missing + " orders are missing of " + one.getKey());
      }
      if (!inPeopleFile.contains(one.getKey())) {
        return Optional.of("the people of " + one.getKey() + " are not in the people file");
      }
    }
    return inPeopleFile.stream()
        .filter(imported -> !imports.containsKey(imported))
        .findFirst()
        .map(imported -> "the people of " + imported + " stay, and it was never taken in");
  }
}
