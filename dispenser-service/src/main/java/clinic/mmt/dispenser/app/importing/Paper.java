package clinic.mmt.dispenser.app.importing;

import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.importing.Oddity;
import clinic.mmt.dispenser.domain.text.DoseText;
import clinic.mmt.dispenser.domain.text.Language;
import clinic.mmt.quantity.Mass;
import java.util.List;
import java.util.stream.Collectors;

/** HTML made for A4 paper: one style, tables whose head comes again on each sheet, no script. */
public final class Paper {

  /** The one style of all sheets. */
  public static final String STYLE =
      """
      @page { size: A4; margin: 14mm 12mm 16mm 12mm }
      body { font: 10pt/1.3 sans-serif; color: #000; background: #fff }
      h1 { font-size: 15pt; margin: 0 0 2mm } h2 { font-size: 12pt; margin: 0 0 2mm }
      table { border-collapse: collapse; width: 100% }
      th, td { border: 0.3mm solid #666; padding: 1mm 1.5mm; text-align: left; vertical-align: top }
      td.n { text-align: right; white-space: nowrap } td.name { font-weight: bold }
      tr { break-inside: avoid } thead { display: table-header-group }
      .odd { background: #eee } .sheet { break-after: page } .foot { margin: 2mm 0 6mm }
      .digest { font-family: monospace; overflow-wrap: anywhere }
      .sign { display: inline-block; width: 45%; height: 32mm; border: 0.3mm solid #000;
        padding: 2mm; margin: 2mm; vertical-align: top }
      """;

  private Paper() {}

  /** A whole page. */
  public static String page(String title, String body) {
    return "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
        + escaped(title)
        + "</title>\n<style>"
        + STYLE
        + "</style>\n</head>\n<body>\n"
        + body
        + "</body>\n</html>\n";
  }

  /** A table of these heads and rows, each row whole. */
  public static String table(List<String> heads, List<String> rows) {
    return heads.stream()
            .map(head -> "<th>" + escaped(head) + "</th>")
            .collect(Collectors.joining("", "<table>\n<thead><tr>", "</tr></thead>\n<tbody>\n"))
        + String.join("", rows)
        + "</tbody>\n</table>\n";
  }

  /** A row; {@code odd} is shaded. */
  public static String row(boolean odd, String... cells) {
    return (odd ? "<tr class=\"odd\">" : "<tr>") + String.join("", cells) + "</tr>\n";
  }

  /** A cell of text. */
  public static String cell(String text) {
    return "<td>" + escaped(text) + "</td>";
  }

  static String number(String text) {
    return "<td class=\"n\">" + escaped(text) + "</td>";
  }

  static String name(Person person) {
    return "<td class=\"name\">"
        + escaped(person.familyName() + " " + person.givenName())
        + "</td><td class=\"n\">"
        + person.birthYear()
        + "</td>";
  }

  /** What is odd, in both languages. */
  static String oddities(List<Oddity> oddities) {
    return oddities.stream()
        .map(o -> escaped(o.vietnamese()) + "<br>" + escaped(o.english() + " (" + o.rule() + ")"))
        .collect(Collectors.joining("<br>", "<td>", "</td>"));
  }

  /** An amount of drug. */
  static String dose(Mass mass) {
    return DoseText.mass(mass, Language.VI);
  }

  /** Text as HTML shows it and never takes it for marks. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
