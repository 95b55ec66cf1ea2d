package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.rules.ProfileState;
import clinic.mmt.dispenser.domain.profile.ProfileValue;
import clinic.mmt.dispenser.domain.profile.RuleProfile;
import clinic.mmt.dispenser.domain.profile.Signers;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rule values on paper, in Vietnamese and English: what a doctor and the head read before they
 * sign, with room for a pen.
 */
final class ProfilePage {

  private static final String STYLE =
      """
      @page { size: A4 landscape; margin: 12mm }
      body { font: 10pt sans-serif; color: #000 }
      table { border-collapse: collapse; width: 100% }
      thead { display: table-header-group }
      tr { break-inside: avoid }
      th, td { border: 1px solid #000; padding: 2px 4px; text-align: left; vertical-align: top }
      .open { font-weight: bold }
      .pen { height: 2.2em }
      small { display: block }
      """;

  private static final List<String> HEADINGS =
      List.of(
          "Giá trị<small>Value</small>",
          "Quy tắc<small>Rule</small>",
          "Là<small>Is</small>",
          "Nguồn<small>Source</small>",
          "Độ tin cậy<small>Confidence</small>",
          "Ký<small>Signed</small>");

  /** Nothing runs, nothing is loaded, and only this style is applied. */
  static final String POLICY = "default-src 'none'; style-src 'sha256-%s'".formatted(sha256(STYLE));

  private final ProfileState state;
  private final Map<String, String> names;
  private final StringBuilder out = new StringBuilder();

  /**
   * Of a state.
   *
   * @param names of staff, by id
   */
  ProfilePage(ProfileState state, Map<String, String> names) {
    this.state = state;
    this.names = Map.copyOf(names);
  }

  String html() {
    RuleProfile profile = state.inForce().profile();
    out.append("<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>")
        .append(text(state.inForce().version()))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body>\n<h1>")
        .append(text(profile.vietnamese() + " / " + profile.english()))
        .append("</h1>\n");
    summary();
    values(profile);
    toCome();
    return out.append("<h2>Bút ký / By pen</h2>\n<table><tr class=\"pen\"><td>Bác sĩ / Doctor:")
        .append("</td><td>Trưởng cơ sở / Head:</td><td>Ngày / Date:</td></tr></table>\n")
        .append("</body></html>\n")
        .toString();
  }

  private void summary() {
    int open = state.unsigned().size();
    line("Phiên bản / Version: " + state.inForce().version());
    line("Ngày phát thuốc / Clinic day: " + state.today());
    if (open == 0) {
      line("Mọi giá trị đã được ký. / Every value is signed.");
      return;
    }
    line("BẢN NHÁP: %d giá trị chưa ký. / DRAFT: %d values are not signed.".formatted(open, open));
    line(
        state.production()
            ? "Chưa được cấp liều cho ai. / Nobody is dosed until then."
            : "Chỉ dùng tập huấn. / For training only.");
  }

  private void line(String text) {
    out.append("<p>").append(text(text)).append("</p>\n");
  }

  private void values(RuleProfile profile) {
    List<ProfileValue> unsigned = state.unsigned();
    out.append("<table><thead><tr>");
    HEADINGS.forEach(heading -> out.append("<th>").append(heading).append("</th>"));
    out.append("</tr></thead><tbody>\n");
    for (ProfileValue value : profile.values()) {
      ValueNames.Name name = ValueNames.of(value.key());
      out.append(unsigned.contains(value) ? "<tr class=\"open\">" : "<tr>");
      cell(name.vietnamese(), name.english() + " · " + value.key());
      cell(value.rule(), "");
      cell(
          value.text(), state.changeOf(value).map(c -> "trước / before: " + c.before()).orElse(""));
      cell(value.source(), state.changeOf(value).map(this::since).orElse(""));
      cell(value.confidence(), "");
      cell(signed(value), "");
      out.append("</tr>\n");
    }
    out.append("</tbody></table>\n");
  }

  private String since(ValueChange change) {
    return "từ / from " + change.from() + ": " + change.reason();
  }

  private String signed(ProfileValue value) {
    Optional<String> by = state.signatureOf(value).map(s -> both(s.by()));
    String otherwise = value.confirmed() ? "theo văn bản / by its source" : "CHƯA KÝ / NOT SIGNED";
    return by.orElse(otherwise);
  }

  private String both(Signers by) {
    return "%s, %s, %s".formatted(name(by.doctor().value()), name(by.head().value()), by.day());
  }

  private String name(String staff) {
    return names.getOrDefault(staff, staff);
  }

  private void toCome() {
    if (state.toCome().isEmpty()) {
      return;
    }
    out.append("<h2>Sẽ thay đổi / To come</h2>\n<ul>\n");
    for (ValueChange change : state.toCome()) {
      out.append("<li>")
          .append(
              text(
                  "%s: %s: %s → %s (%s; %s)"
                      .formatted(
                          change.from(),
                          change.key(),
                          change.before(),
                          change.after(),
                          change.reason(),
                          both(change.by()))))
          .append("</li>\n");
    }
    out.append("</ul>\n");
  }

  private void cell(String main, String small) {
    out.append("<td>").append(text(main));
    if (!small.isEmpty()) {
      out.append("<small>").append(text(small)).append("</small>");
    }
    out.append("</td>");
  }

  static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Text that stays text, whoever wrote it. */
  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
