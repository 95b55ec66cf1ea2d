package clinic.mmt.sim.token.qrcdc;

import java.util.Arrays;
import java.util.Optional;

/** Codes of invented people that can be held up by name; the province 000 does not exist. */
public enum SampleCode {
  /** Citizen card of 2021: seven fields. */
  CITIZEN_2021(
      "citizen-2021",
      "000099000001|000000001|Nguyễn Văn Thử|02011999|Nam|Số 1 Phố Thử, Phường Mẫu, Hà Nội"
          + "|03042022"),
  /** Citizen card from July 2024 on: eleven fields. */
  CITIZEN_2024(
      "citizen-2024",
      "000199000002||Trần Thị Mẫu|02011999|Nữ|Số 2 Phố Thử, Phường Mẫu, Hà Nội|03082024||||"),
  /** Health insurance, the form of today: name and address are hex of UTF-8. */
  INSURANCE(
      "insurance",
      "0000000001|4e677579e1bb856e2056c4836e205468e1bbad|02/01/1999|1|-|01 - 000|01/01/2026|-"
          + "|01/01/2026|00000000000001|-|4|01/01/2031|0123456789abcdef-0000|4"
          + "|5175e1baad6e204de1baab752c205468c3a06e68207068e1bb912048c3a0204ee1bb9969|$"),
  /** Health insurance, the old form with its long number. */
  INSURANCE_OLD(
      "insurance-old",
      "TE1000000000001|4e677579e1bb856e2056c4836e205468e1bbad|02/01/1999|1"
          + "|5068c6b0e1bb9d6e67204de1baab752c2048c3a0204ee1bb9969|01 - 000|01/01/2019|-"
          + "|01/01/2019|$");

  private final String word;
  private final String text;

  SampleCode(String word, String text) {
    this.word = word;
    this.text = text;
  }

  /** The sample of this name. */
  public static Optional<SampleCode> of(String word) {
    return Arrays.stream(values()).filter(sample -> sample.word.equals(word)).findFirst();
  }

  /** Its name. */
  public String word() {
    return word;
  }

  /** What the code says. */
  public String text() {
    return text;
  }
}
