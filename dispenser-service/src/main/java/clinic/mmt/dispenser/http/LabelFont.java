package clinic.mmt.dispenser.http;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Characters of five by seven dots, so that a label needs no font of the machine it is made on. */
final class LabelFont {

  /** Dots from one character to the next. */
  static final int STEP = 6;

  /** Dots of a character's height. */
  static final int HEIGHT = 7;

  private static final int WIDTH = 5;

  /** A character and its five columns, in hex, the lowest bit on top. */
  private static final String GLYPHS =
      """
      %2313086462 (001C224100 )0041221C00 +08083E0808 ,0050300000 -0808080808 .0060600000
      /2010080402 03E5149453E 100427F4000 24261514946 32141454B31 41814127F10 52745454539
      63C4A494930 70171090503 83649494936 9064949291E :0036360000 A7E1111117E B7F49494936
      C3E41414122 D7F4141221C E7F49494941 F7F09090901 G3E4149497A H7F0808087F I00417F4100
      J2040413F01 K7F08142241 L7F40404040 M7F020C027F N7F0408107F O3E4141413E P7F09090906
      Q3E4151215E R7F09192946 S4649494931 T01017F0101 U3F4040403F V1F2040201F W3F4038403F
      X6314081463 Y0708700807 Z6151494543 ?0201510906 _4040404040
      """;

  private static final Map<Character, int[]> COLUMNS = columns();

  private LabelFont() {}

  private static Map<Character, int[]> columns() {
    Map<Character, int[]> found = new HashMap<>();
    for (String glyph : GLYPHS.strip().split("\\s+", -1)) {
      int[] columns = new int[WIDTH];
      for (int i = 0; i < WIDTH; i++) {
        columns[i] = Integer.parseInt(glyph.substring(1 + 2 * i, 3 + 2 * i), 16);
      }
      found.put(glyph.charAt(0), columns);
    }
    found.put(' ', new int[WIDTH]);
    return Map.copyOf(found);
  }

  /** Capital letters without marks; what is not in the font becomes a question mark. */
  static String plain(String text) {
    String bare =
        Normalizer.normalize(
                text.replace('đ', 'd').replace('Đ', 'D').replace('\u00A0', ' '),
                Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toUpperCase(Locale.ROOT);
    StringBuilder out = new StringBuilder();
    bare.chars().mapToObj(c -> (char) c).forEach(c -> out.append(COLUMNS.containsKey(c) ? c : '?'));
    return out.toString();
  }

  /** Whether a dot of a plain character is black. */
  static boolean black(char of, int column, int row) {
    int[] columns = COLUMNS.getOrDefault(of, new int[WIDTH]);
    return column < WIDTH && (columns[column] >> row & 1) == 1;
  }
}
