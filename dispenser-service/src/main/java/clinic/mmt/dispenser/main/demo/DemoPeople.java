package clinic.mmt.dispenser.main.demo;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.quantity.Mass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Invented people. None of them exists; names are common parts put together by a seed. */
final class DemoPeople {

  private static final List<String> FAMILY =
      List.of(
          "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô");
  private static final List<String> MIDDLE =
      List.of("Văn", "Thị", "Đức", "Minh", "Quốc", "Thanh", "Hữu", "Ngọc");
  private static final List<String> GIVEN =
      List.of(
          "An", "Bình", "Cường", "Dũng", "Giang", "Hà", "Hải", "Hạnh", "Hùng", "Khánh", "Lan",
          "Long", "Mai", "Nam", "Phúc", "Quân", "Sơn", "Tâm", "Thảo", "Tuấn", "Vinh", "Yến");

  private DemoPeople() {}

  /**
   * One invented patient.
   *
   * @param card number of the card, ten hex digits
   * @param finger the simulator's name of the finger
   * @param dose daily dose
   * @param before the daily dose until yesterday, where it was another
   */
  record Invented(Person person, String card, String finger, Mass dose, Optional<Mass> before) {
    @Override
    public String toString() {
      return "•••";
    }
  }

  /** So many invented patients, the same for the same seed. */
  static List<Invented> invent(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Invented> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Person person =
          new Person(
              FAMILY.get(random.nextInt(FAMILY.size())),
              MIDDLE.get(random.nextInt(MIDDLE.size()))
                  + " "
                  + GIVEN.get(random.nextInt(GIVEN.size())),
              random.nextInt(1960, 2004),
              Bytes.EMPTY);
      int milligrams = random.nextInt(20, 131);
      people.add(
          new Invented(
              person,
              "00%08X".formatted(0x0D000000 + i),
              "F%04d".formatted(i + 1),
              Mass.ofMilligrams(milligrams),
              before(i, milligrams)));
    }
    return people;
  }

  /** One in four got 5 mg more or less today than yesterday. */
  private static Optional<Mass> before(int index, int milligrams) {
    return switch (index % 8) {
      case 0 -> Optional.of(Mass.ofMilligrams(milligrams - 5));
      case 4 -> Optional.of(Mass.ofMilligrams(milligrams + 5));
      default -> Optional.empty();
    };
  }
}
