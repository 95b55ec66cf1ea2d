package clinic.mmt.dispenser.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Nobody;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.rules.ProfileActs;
import clinic.mmt.dispenser.app.rules.ProfileActs.Replacing;
import clinic.mmt.dispenser.app.rules.ProfileActs.Signing;
import clinic.mmt.dispenser.app.rules.ProfileState;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.profile.ProfileValue;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.main.config.ProfileFile;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The list that a doctor and the head read before they sign. */
class ProfilePageTest {

  private static final Session DOCTOR = session("u1", Role.PRESCRIBER);
  private static final Session HEAD = session("u2", Role.HEAD);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private final UseCases cases = new UseCases(Nobody.people());
  private final ProfileActs acts = new ProfileActs(cases.house);

  private static Session session(String id, Role role) {
    return new Session(new StaffId(id), id, Set.of(role), "terminal");
  }

  private Optional<Signature> head(String digest) {
    return Optional.of(
        new Signature(HEAD.staff(), HEAD.roles(), digest, "terminal", cases.now.get()));
  }

  private String page() {
    ProfileState state =
        UseCases.yes(UseCases.<Answered<ProfileState>>ask(reply -> acts.look(DOCTOR, reply)));
    return new ProfilePage(state, Map.of("u1", "Bs Khoa <b>", "u2", "Hiền & Co")).html();
  }

  @Test
  void everyValueIsListedWithItsNameInBothLanguages() {
    String page = page();
    for (ProfileValue value : ProfileFile.builtIn("VN-2024").values()) {
      ValueNames.Name name = ValueNames.of(value.key());
      assertNotEquals(value.key(), name.english(), "no name: " + value.key());
      assertTrue(page.contains(name.vietnamese() + "<small>" + name.english()), value.key());
    }
    assertEquals("site-own", ValueNames.of("site-own").vietnamese());
  }

  @Test
  void itSaysDraftUntilAllAreSignedAndThenWhoSignedWhen() {
    int open = ProfileFile.builtIn("VN-2024").unconfirmed().size();
    assertTrue(page().contains("BẢN NHÁP: %d giá trị chưa ký.".formatted(open)), page());
    Signing one = new Signing(Map.of("ceiling", "200 mg"));
    UseCases.yes(
        UseCases.<Answered<Integer>>ask(
            reply -> acts.sign(DOCTOR, head(one.digest()), one, reply)));
    String page = page();
    assertTrue(page.contains("BẢN NHÁP: %d giá trị".formatted(open - 1)), page);
    assertTrue(page.contains("Bs Khoa &lt;b&gt;, Hiền &amp; Co, 2026-11-21"), page);
  }

  /** What people write is text on the page and nothing else. */
  @Test
  void aChangeIsShownWithItsDiffAndItsReasonAsText() {
    Replacing change = new Replacing("ceiling", "150 mg", TODAY, "<script>alert(1)</script>");
    UseCases.yes(
        UseCases.<Answered<ValueChange>>ask(
            reply -> acts.replace(DOCTOR, head(change.digest()), change, reply)));
    Replacing later = new Replacing("ceiling", "140 mg", TODAY.plusDays(3), "less");
    UseCases.yes(
        UseCases.<Answered<ValueChange>>ask(
            reply -> acts.replace(DOCTOR, head(later.digest()), later, reply)));
    String page = page();
    assertTrue(page.contains("150 mg<small>trước / before: 200 mg</small>"), page);
    assertTrue(page.contains("from 2026-11-21: &lt;script&gt;"), page);
    assertFalse(page.contains("<script"), page);
    assertTrue(page.contains("2026-11-24: ceiling: 150 mg → 140 mg (less;"), page);
  }
}
