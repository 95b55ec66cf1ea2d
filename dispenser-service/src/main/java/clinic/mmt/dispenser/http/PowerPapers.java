package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.degraded.GivenToday;
import clinic.mmt.dispenser.app.degraded.PaperList;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The pages with which a clinic goes on without power: who was dosed, and each station's sheet. */
public final class PowerPapers {

  private final House house;
  private final GivenToday given;
  private final PaperList sheets;
  private final List<StationId> stations;

  /** For the stations of one clinic. */
  public PowerPapers(House house, List<StationId> stations) {
    this.house = house;
    this.given = new GivenToday(house);
    this.sheets = new PaperList(house);
    this.stations = List.copyOf(stations);
  }

  private record Known(
      List<GivenToday.Line> given,
      List<PaperList.Sheet> sheets,
      ZoneId zone,
      Optional<Checkpoint> latest) {

    List<PatientId> patients() {
      return Stream.concat(
              given.stream().map(GivenToday.Line::patient),
              sheets.stream().flatMap(s -> s.lines().stream()).map(PaperList.Line::patient))
          .toList();
    }
  }

  /** The pages by file name, who was dosed first; reads on the caller's thread. */
  public void pages(Consumer<SequencedMap<String, String>> reply) {
    Known known = house.journal().look(this::known);
    PeopleNames.of(house.people(), known.patients(), people -> reply.accept(pages(known, people)));
  }

  private Known known(Reads reads) {
    return new Known(
        given.of(reads),
        stations.stream().map(station -> sheets.of(reads, station)).toList(),
        ZoneId.of(reads.opened().orElseThrow().zone()),
        reads.witness().last());
  }

  private SequencedMap<String, String> pages(Known known, Map<PatientId, Person> people) {
    SequencedMap<String, String> pages = new LinkedHashMap<>();
    pages.put(
        "dosed-today.html",
        new GivenTodayPage(known.given(), people, known.zone())
            .html(house.calendar().today(), house.clock().instant(), known.latest()));
    boolean sittings = house.calendar().intake().several();
    for (PaperList.Sheet sheet : known.sheets()) {
      pages.put(
          "downtime-sheet-" + sheet.station().value() + ".html",
          new DowntimeSheetPage(sheet, people, known.zone(), sittings).html(known.latest()));
    }
    return pages;
  }
}
