package clinic.mmt.dispenser.app.importing;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.certificate.Certificates;
import clinic.mmt.dispenser.app.certificate.OverLimits;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.importing.ImportedOrder;
import clinic.mmt.dispenser.domain.importing.TakenImport;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The list of an import: read, lines struck off, signed as it was printed. */
public final class ImportSigning {

  private static final Set<Role> READ = Set.of(Role.PRESCRIBER, Role.PHARMACIST, Role.HEAD);

  private final House house;

  /** For one clinic. */
  public ImportSigning(House house) {
    this.house = house;
  }

  /** All imports. Looks beside the ledger's thread, on the caller's. */
  public List<TakenImport> imports() {
    return house.journal().look(reads -> reads.imports().all());
  }

  /** The list of an import, for who signs or checks it. Looks on the caller's thread. */
  public void list(Session by, String imported, Consumer<Answered<ImportList>> reply) {
    if (by.roles().stream().noneMatch(READ::contains)) {
      reply.accept(new Answered.No<>(notYours("one of " + READ.stream().sorted().toList())));
    } else {
      list(imported, reply);
    }
  }

  /** The list of an import, as it is now. Looks on the caller's thread. */
  public void list(String imported, Consumer<Answered<ImportList>> reply) {
    boolean there = imports().stream().anyMatch(i -> i.id().equals(imported));
    if (!there) {
      reply.accept(new Answered.No<>(noSuchImport()));
      return;
    }
    List<ImportedOrder> orders = house.journal().look(reads -> reads.imports().waiting(imported));
    house
        .people()
        .imports()
        .names(
            orders.stream().map(ImportedOrder::patient).toList(),
            names -> reply.accept(new Answered.Yes<>(ImportList.of(imported, orders, names))));
  }

  /** A prescriber takes an order off the list; it never becomes active. */
  public void strike(
      Session by, PatientId patient, String reason, Consumer<Answered<String>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads -> {
                  Optional<ImportedOrder> order = reads.imports().waiting(patient);
                  if (!by.roles().contains(Role.PRESCRIBER)) {
                    return Decision.refuse(notYours("a prescriber"));
                  }
                  return order.isEmpty()
                      ? Decision.refuse(
                          Refusal.of(
                              "nothing-imported-waits",
                              "R-129",
                              "No imported order of this patient waits for a signature.",
                              "nothing to do"))
                      : Decision.accept(
                          List.of(new Fact.OrderStruck(order.get().id(), patient, reason)),
                          order.get().imported());
                }),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  /**
   * Signs exactly the list with this digest; its orders are prescriptions from then on.
   *
   * @param second of a prescriber or pharmacist, where an order is above the limits
   */
  public void sign(
      Session by, Optional<Signature> second, Asked asked, Consumer<Answered<String>> reply) {
    list(
        asked.imported(),
        answer -> {
          switch (answer) {
            case Answered.Yes<ImportList>(ImportList list) -> sign(by, second, asked, list, reply);
            case Answered.No<ImportList>(Refusal refusal) ->
                reply.accept(new Answered.No<>(refusal));
            case Answered.Failed<ImportList>(String why) ->
                reply.accept(new Answered.Failed<>(why));
          }
        });
  }

  /**
   * What is signed.
   *
   * @param imported id of the import
   * @param digest of the list as printed, hex
   */
  public record Asked(String imported, String digest) {}

  private void sign(
      Session by,
      Optional<Signature> second,
      Asked asked,
      ImportList list,
      Consumer<Answered<String>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads -> {
                  Optional<Refusal> fault =
                      fault(reads, by, asked, list)
                          .or(() -> new Certificates(house).whyNotPrescribe(reads, by.staff()));
                  return fault.isPresent()
                      ? Decision.refuse(fault.get())
                      : decide(reads, by, second, asked, list);
                }),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private static Optional<Refusal> fault(Reads reads, Session by, Asked asked, ImportList list) {
    if (!by.roles().contains(Role.PRESCRIBER)) {
      return Optional.of(notYours("a prescriber"));
    }
    boolean open =
        reads.imports().all().stream()
            .anyMatch(i -> i.id().equals(asked.imported()) && i.signedBy().isEmpty());
    if (!open) {
      return Optional.of(noSuchImport());
    }
    // Names were read beside the ledger; nothing may have been struck or signed meanwhile.
    boolean same =
        ImportList.ledgerText(reads.imports().waiting(asked.imported()))
            .equals(ImportList.ledgerText(list.orders()));
    return same && list.digest().equals(asked.digest())
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                "list-changed",
                "R-129",
                "This is not the list as it is now: it changed since it was printed.",
                "print the list again and read it before signing"));
  }

  private Decision<String> decide(
      Reads reads, Session by, Optional<Signature> second, Asked asked, ImportList list) {
    Fact signed = new Fact.ImportSigned(asked.imported(), by.staff(), asked.digest());
    if (!list.needsSecond()) {
      return Decision.accept(List.of(signed), asked.imported());
    }
    return new OverLimits(house)
        .signed(reads, by, second, asked.digest())
        .map(act -> Decision.accept(List.of(signed, act), asked.imported()))
        .orElseGet(() -> Decision.refuse(needsSecond()));
  }

  private static Refusal needsSecond() {
    return Refusal.of(
        "list-over-limits",
        "R-17",
        "Orders on this list are above a limit.",
        "a second prescriber or a pharmacist signs the same list");
  }

  private static Refusal noSuchImport() {
    return Refusal.of(
        "no-such-import",
        "R-129",
        "There is no import of this id that waits for a signature.",
        "look at the list of imports");
  }

  private static Refusal notYours(String who) {
    return Refusal.of("not-your-function", "", "Your functions do not include this.", who);
  }
}
