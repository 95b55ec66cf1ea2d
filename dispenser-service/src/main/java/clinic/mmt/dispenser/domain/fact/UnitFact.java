package clinic.mmt.dispenser.domain.fact;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.service.DeviceKind;
import clinic.mmt.dispenser.domain.service.Spare;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;

/** Which unit of a device stands where: spares, and changes in mid-morning. */
public sealed interface UnitFact extends Fact {

  /**
   * A unit was looked at and may take the place of another one of its kind.
   *
   * @param words where it lies, what was looked at; private
   */
  record SpareRegistered(Spare spare, StaffId by, String words) implements UnitFact {}

  /**
   * Another unit stands at a station from now on. Of a pump a purge and a check shot are owed, and
   * its chart begins anew.
   *
   * @param device its name, such as {@code s1-pump}
   * @param identity of the unit that stands there now
   * @param day clinic day
   * @param words why; private
   */
  record UnitChanged(
      StationId station,
      String device,
      DeviceKind kind,
      String identity,
      LocalDate day,
      StaffId by,
      String words)
      implements UnitFact {}
}
