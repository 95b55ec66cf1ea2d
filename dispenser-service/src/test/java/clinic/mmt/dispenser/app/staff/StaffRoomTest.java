package clinic.mmt.dispenser.app.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.store.PeopleStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts, logins, and the one-time code of the first start. */
class StaffRoomTest {

  @TempDir Path folder;

  private final ExecutorService queue = Executors.newSingleThreadExecutor();
  private PeopleStore people;
  private UseCases use;
  private StaffRoom room;

  /** Reversible hashes: what is tested here is not Argon2. */
  private static final class PlainPasswords implements Passwords {
    @Override
    public void hash(String password, Consumer<String> reply) {
      reply.accept("hash of " + password);
    }

    @Override
    public void check(String password, String hash, Consumer<Boolean> reply) {
      reply.accept(hash.equals("hash of " + password));
    }
  }

  @BeforeEach
  void open() throws Exception {
    people = PeopleStore.open(folder.resolve("people.db"), folder.resolve("people.key"));
    use = new UseCases(people);
    room = new StaffRoom(use.house, new PlainPasswords(), queue);
  }

  @AfterEach
  void close() {
    queue.shutdownNow();
    people.close();
  }

  private static StaffRoom.NewStaff staff(String login, String password, Role role) {
    return new StaffRoom.NewStaff(login, password, "Invented", Set.of(role));
  }

  private Answered<Session> login(String login, String password) {
    return UseCases.ask(reply -> room.login(login, password, "counter", reply));
  }

  private Answered<StaffId> setUp(String code) {
    return UseCases.ask(
        reply -> room.setUp(code, staff("head", "a-long-password", Role.HEAD), reply));
  }

  @Test
  void theSetUpCodeMakesTheFirstAccountOnceAndNoOtherCodeDoes() {
    Optional<String> code = UseCases.ask(reply -> room.begin(reply));
    assertEquals(Optional.of("wrong-setup-code"), UseCases.refused(setUp("guess")));
    UseCases.yes(setUp(code.orElseThrow()));
    assertEquals(Optional.of("wrong-setup-code"), UseCases.refused(setUp(code.orElseThrow())));
    assertTrue(UseCases.<Optional<String>>ask(reply -> room.begin(reply)).isEmpty());
  }

  private Answered<StaffId> functions(StaffId by, StaffId of, Set<Role> roles) {
    Session session = new Session(by, "Invented", Set.of(Role.ADMINISTRATOR), "admin");
    return UseCases.ask(reply -> room.functions(session, of, roles, reply));
  }

  @Test
  void whoHasNoFunctionLeftCannotLogInAndNobodyTakesTheAdministratorsFromOneself() {
    StaffId lan =
        UseCases.yes(
            UseCases.<Answered<StaffId>>ask(
                reply ->
                    room.register("head", staff("Lan", "a-long-password", Role.DISPENSER), reply)));
    StaffId admin = new StaffId("admin");
    UseCases.yes(functions(admin, lan, Set.of(Role.PHARMACIST)));
    Session changed = UseCases.yes(login("lan", "a-long-password"));
    assertEquals(Set.of(Role.PHARMACIST), changed.roles());
    UseCases.yes(functions(admin, lan, Set.of()));
    assertEquals(Optional.of("staff-ended"), UseCases.refused(login("lan", "a-long-password")));
    assertEquals(Optional.of("no-such-staff"), UseCases.refused(functions(admin, lan, Set.of())));
    assertEquals(
        Optional.of("own-functions"), UseCases.refused(functions(admin, admin, Set.of(Role.HEAD))));
  }

  @Test
  void aLoginCarriesTheFunctionsOfTheJournal() {
    UseCases.yes(
        UseCases.<Answered<StaffId>>ask(
            reply ->
                room.register("head", staff("Lan", "a-long-password", Role.DISPENSER), reply)));
    Session session = UseCases.yes(login("lan", "a-long-password"));
    assertEquals(Set.of(Role.DISPENSER), session.roles());
    assertFalse(session.toString().contains("Invented"), "no name in a log line");
  }

  @Test
  void wrongNameAndWrongPasswordAnswerAlike() {
    UseCases.yes(
        UseCases.<Answered<StaffId>>ask(
            reply -> room.register("head", staff("lan", "a-long-password", Role.HEAD), reply)));
    assertEquals(Optional.of("wrong-login"), UseCases.refused(login("lan", "no")));
    assertEquals(Optional.of("wrong-login"), UseCases.refused(login("nobody", "no")));
  }

  @Test
  void fiveFailuresPauseAndThirtySecondsLaterItGoesOn() {
    UseCases.yes(
        UseCases.<Answered<StaffId>>ask(
            reply -> room.register("head", staff("lan", "a-long-password", Role.HEAD), reply)));
    for (int i = 0; i < 5; i++) {
      login("lan", "no");
    }
    assertEquals(
        Optional.of("too-many-failures"), UseCases.refused(login("lan", "a-long-password")));
    use.now.updateAndGet(t -> t.plus(Duration.ofSeconds(31)));
    UseCases.yes(login("lan", "a-long-password"));
  }

  @Test
  void shortPasswordsTakenNamesAndNoFunctionAreRefused() {
    StaffRoom.NewStaff first = staff("lan", "a-long-password", Role.HEAD);
    UseCases.yes(UseCases.<Answered<StaffId>>ask(reply -> room.register("head", first, reply)));
    assertEquals(Optional.of("login-taken"), refused(first));
    assertEquals(Optional.of("password-form"), refused(staff("binh", "short", Role.HEAD)));
    assertEquals(
        Optional.of("no-function"),
        refused(new StaffRoom.NewStaff("binh", "a-long-password", "Invented", Set.of())));
    assertEquals(Optional.of("login-form"), refused(staff("a name", "a-long-password", Role.HEAD)));
  }

  private Optional<String> refused(StaffRoom.NewStaff staff) {
    return UseCases.refused(
        UseCases.<Answered<StaffId>>ask(reply -> room.register("head", staff, reply)));
  }
}
