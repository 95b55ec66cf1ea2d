package clinic.mmt.dispenser.app.staff;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.StaffAccount;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Staff: accounts, logins, and the one-time code of the first start. Confined to its queue; names
 * and passwords are never logged.
 */
public final class StaffRoom {

  private static final int FAILURES_MOST = 5;
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final House house;
  private final Passwords passwords;
  private final Executor queue;
  private final Map<String, Failures> failures = new HashMap<>();
  private Optional<String> setupCode = Optional.empty();

  private record Failures(int count, Instant last) {}

  /** A staff room; {@code queue} runs one task at a time. */
  public StaffRoom(House house, Passwords passwords, Executor queue) {
    this.house = house;
    this.passwords = passwords;
    this.queue = queue;
  }

  /**
   * A new account.
   *
   * @param login login name
   * @param password at least 10 characters
   * @param displayName for screens
   * @param roles functions, at least one
   */
  public record NewStaff(String login, String password, String displayName, Set<Role> roles) {
    @Override
    public String toString() {
      return "•••";
    }
  }

  /** Gives a one-time setup code when there is no account yet; empty otherwise. */
  public void begin(Consumer<Optional<String>> reply) {
    house
        .people()
        .staff(
            accounts ->
                queue.execute(
                    () -> {
                      setupCode =
                          accounts.isEmpty()
                              ? Optional.of(house.ids().next("setup"))
                              : Optional.empty();
                      reply.accept(setupCode);
                    }));
  }

  /** The first account, with the one-time code; the code is good once. */
  public void setUp(String code, NewStaff staff, Consumer<Answered<StaffId>> reply) {
    queue.execute(
        () -> {
          if (setupCode.filter(code::equals).isEmpty()) {
            reply.accept(
                no("wrong-setup-code", "The setup code is wrong or was used.", "restart shows it"));
            return;
          }
          setupCode = Optional.empty();
          register("setup", staff, reply);
        });
  }

  /** Adds an account. */
  public void register(String actor, NewStaff staff, Consumer<Answered<StaffId>> reply) {
    Optional<Refusal> wrong = wrong(staff);
    if (wrong.isPresent()) {
      reply.accept(new Answered.No<>(wrong.get()));
      return;
    }
    String login = staff.login().toLowerCase(Locale.ROOT);
    house
        .people()
        .staffByLogin(
            login,
            there -> {
              if (there.isPresent()) {
                reply.accept(no("login-taken", "This login name is taken.", "choose another"));
              } else {
                passwords.hash(staff.password(), hash -> save(actor, staff, hash, reply));
              }
            });
  }

  private static Optional<Refusal> wrong(NewStaff staff) {
    if (!staff.login().matches("[A-Za-z0-9._-]{2,32}")) {
      return Optional.of(
          Refusal.of(
              "login-form",
              "",
              "A login name has 2 to 32 letters, digits, dots, dashes.",
              "choose another"));
    }
    if (staff.password().length() < 10 || staff.password().length() > 200) {
      return Optional.of(
          Refusal.of(
              "password-form", "", "A password has 10 to 200 characters.", "choose another"));
    }
    return staff.roles().isEmpty()
        ? Optional.of(Refusal.of("no-function", "", "Staff have a function.", "give at least one"))
        : Optional.empty();
  }

  private void save(String actor, NewStaff staff, String hash, Consumer<Answered<StaffId>> reply) {
    StaffId id = new StaffId(house.ids().next("u"));
    StaffAccount account =
        new StaffAccount(id, staff.login().toLowerCase(Locale.ROOT), staff.displayName(), hash);
    house
        .people()
        .saveStaff(
            account,
            saved -> {
              switch (saved) {
                case People.Saved.Failed f -> reply.accept(new Answered.Failed<>(f.why()));
                case People.Saved.Done d ->
                    house
                        .journal()
                        .transact(
                            new Transaction<>(
                                actor,
                                house.clock().instant(),
                                reads ->
                                    Decision.accept(
                                        List.of(new Fact.StaffRegistered(id, staff.roles())), id)),
                            outcome -> reply.accept(Answered.of(outcome)));
              }
            });
  }

  /**
   * Other functions for somebody who is there; none at all: works here no more, and can't log in.
   * An administrator changes the own ones only as long as administering is among them: else nobody
   * might be left who does.
   */
  public void functions(
      Session by, StaffId of, Set<Role> roles, Consumer<Answered<StaffId>> reply) {
    if (by.staff().equals(of) && !roles.contains(Role.ADMINISTRATOR)) {
      reply.accept(
          no(
              "own-functions",
              "Nobody takes the function of an administrator from oneself.",
              "another administrator does it"));
      return;
    }
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(), house.clock().instant(), reads -> change(reads, of, roles)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private static Decision<StaffId> change(Reads reads, StaffId of, Set<Role> roles) {
    return reads.roles(of).isEmpty() && roles.isEmpty()
        ? Decision.refuse(
            Refusal.of(
                "no-such-staff",
                "",
                "There is no such member of staff, or the work here has ended.",
                "read the list again"))
        : Decision.accept(List.of(new Fact.StaffRegistered(of, roles)), of);
  }

  /** Checks a login. Wrong name and wrong password answer alike; too many failures wait. */
  public void login(
      String login, String password, String terminal, Consumer<Answered<Session>> reply) {
    queue.execute(() -> check(login.toLowerCase(Locale.ROOT), password, terminal, reply));
  }

  private void check(
      String login, String password, String terminal, Consumer<Answered<Session>> reply) {
    Failures before = failures.getOrDefault(login, new Failures(0, Instant.MIN));
    if (before.count() >= FAILURES_MOST
        && house.clock().instant().isBefore(before.last().plus(PAUSE))) {
      reply.accept(
          no("too-many-failures", "Too many wrong passwords.", "wait 30 seconds, then try again"));
      return;
    }
    house
        .people()
        .staffByLogin(
            login,
            account ->
                passwords.check(
                    password,
                    account.map(StaffAccount::passwordHash).orElse(""),
                    good ->
                        queue.execute(
                            () -> {
                              if (good && account.isPresent()) {
                                failures.remove(login);
                                session(account.get(), terminal, reply);
                              } else {
                                failed(login, reply);
                              }
                            })));
  }

  private void failed(String login, Consumer<Answered<Session>> reply) {
    if (failures.size() > 10_000) {
      failures.clear();
    }
    failures.merge(
        login,
        new Failures(1, house.clock().instant()),
        (a, b) -> new Failures(a.count() + 1, b.last()));
    reply.accept(no("wrong-login", "Login name or password is wrong.", "try again"));
  }

  private void session(StaffAccount account, String terminal, Consumer<Answered<Session>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                account.staff().value(),
                house.clock().instant(),
                reads -> session(reads.roles(account.staff()), account, terminal)),
            (Outcome<Session> outcome) -> reply.accept(Answered.of(outcome)));
  }

  private static Decision<Session> session(Set<Role> roles, StaffAccount account, String terminal) {
    return roles.isEmpty()
        ? Decision.refuse(
            Refusal.of(
                "staff-ended",
                "",
                "This person has no function here any more.",
                "an administrator gives one"))
        : Decision.accept(
            List.of(), new Session(account.staff(), account.displayName(), roles, terminal));
  }

  private static <T> Answered<T> no(String code, String text, String liftedBy) {
    return new Answered.No<>(Refusal.of(code, "", text, liftedBy));
  }
}
