package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.episode.AfterCare;
import clinic.mmt.dispenser.domain.episode.ContactAttempt;
import clinic.mmt.dispenser.domain.episode.DayClose;
import clinic.mmt.dispenser.domain.episode.Residence;
import clinic.mmt.dispenser.domain.episode.SiteQuota;
import clinic.mmt.dispenser.domain.episode.UrineResult;
import clinic.mmt.dispenser.domain.episode.UrineResult.Found;
import clinic.mmt.dispenser.domain.episode.UrineResult.Substance;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.RecordFact;
import clinic.mmt.dispenser.domain.patient.Sex;
import java.time.LocalDate;
import java.util.Map;

/** One sample of each fact about following up and for later reports. */
final class RecordFactSamples {

  static final AfterCare.Step DECIDED =
      new AfterCare.Decided("lý do: QĐ 12/2026", Facts.DAY, "Xã 000, lý do: cư trú");
  static final AfterCare.Step SENT = new AfterCare.Sent(Facts.DAY.plusDays(1));
  static final AfterCare.Step ACKNOWLEDGED =
      new AfterCare.Acknowledged(Facts.DAY.plusDays(3), "trạm y tế (lý do)");

  private RecordFactSamples() {}

  static void put(Map<String, Fact> facts) {
    facts.put("contact.attempted", new RecordFact.ContactAttempted(attempt("CA-1")));
    facts.put("after-care.decided", noted("M-3", DECIDED));
    facts.put("after-care.sent", noted("M-3", SENT));
    facts.put("after-care.acknowledged", noted("M-3", ACKNOWLEDGED));
    facts.put("residence.noted", new RecordFact.ResidenceNoted(residence(Facts.DAY, "00000001")));
    facts.put("sex.noted", new RecordFact.SexNoted(Facts.PATIENT, Sex.FEMALE));
    facts.put("urine.tested", new RecordFact.UrineTested(urine("U-1", Facts.DAY, Found.NEGATIVE)));
    facts.put("quota.set", new RecordFact.QuotaSet(quota(250)));
    facts.put("day.closed", new RecordFact.DayClosed(close()));
    facts.put(
        "day.held", new RecordFact.DayHeld(Facts.DAY, LocalDate.of(1970, 1, 1), Facts.PHARMACIST));
  }

  static ContactAttempt attempt(String id) {
    return new ContactAttempt(
        id,
        Facts.PATIENT,
        Facts.DAY,
        ContactAttempt.How.FAMILY,
        false,
        "lý do: mẹ nghe máy",
        Facts.NURSE);
  }

  static Fact noted(String leaving, AfterCare.Step step) {
    return new RecordFact.AfterCareNoted(leaving, Facts.PATIENT, step, Facts.PHARMACIST);
  }

  static Residence residence(LocalDate from, String commune) {
    return new Residence(Facts.PATIENT, from, commune, Facts.NURSE);
  }

  static UrineResult urine(String id, LocalDate day, Found opiates) {
    return new UrineResult(
        id,
        Facts.PATIENT,
        day,
        Map.of(Substance.OPIATES, opiates, Substance.METHADONE, Found.POSITIVE),
        "lý do: định kỳ",
        Facts.NURSE);
  }

  static SiteQuota quota(int patients) {
    return new SiteQuota("site 2", Facts.DAY, patients, "QĐ 5", Facts.PHARMACIST);
  }

  static DayClose close() {
    return new DayClose(Facts.DAY, Facts.PHARMACIST);
  }
}
