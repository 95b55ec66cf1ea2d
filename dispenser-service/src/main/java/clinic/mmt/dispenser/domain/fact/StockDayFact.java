package clinic.mmt.dispenser.domain.fact;

import clinic.mmt.dispenser.domain.day.CountPosted;
import clinic.mmt.dispenser.domain.day.CountScope;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.Custody;
import clinic.mmt.dispenser.domain.day.CustodyEnd;
import clinic.mmt.dispenser.domain.day.DifferenceAlarm;
import clinic.mmt.dispenser.domain.day.DifferenceExplanation;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.day.OpeningCheck;
import clinic.mmt.dispenser.domain.day.StockAdjustment;
import clinic.mmt.dispenser.domain.day.UrgentReport;
import clinic.mmt.dispenser.domain.day.UrgentReportEnd;
import clinic.mmt.dispenser.domain.stock.Posting;
import java.time.LocalDate;
import java.util.List;

/** The day of the stock (R-61, R-79 to R-84, R-96). */
public sealed interface StockDayFact extends Fact {

  /** The clinic day it is about. */
  LocalDate day();

  /** What it is about: unique among facts of its kind. */
  String of();

  /** The stock was looked at before the first dose. */
  record StockChecked(OpeningCheck check) implements StockDayFact {
    @Override
    public LocalDate day() {
      return check.day();
    }

    @Override
    public String of() {
      return check.id();
    }
  }

  /** Somebody answers for a station from now on. */
  record CustodyBegan(LocalDate day, Custody custody) implements StockDayFact {
    @Override
    public String of() {
      return custody.id();
    }
  }

  /** A custody period is over, with its difference. */
  record CustodyEnded(CustodyEnd end) implements StockDayFact {
    @Override
    public LocalDate day() {
      return end.day();
    }

    @Override
    public String of() {
      return end.custody().id();
    }
  }

  /** A blind count began. */
  record CountBegan(CountScope scope) implements StockDayFact {
    @Override
    public LocalDate day() {
      return scope.day();
    }

    @Override
    public String of() {
      return scope.id() + "#" + scope.attempt();
    }
  }

  /** The counts are in. */
  record CountsStored(CountStored stored) implements StockDayFact {
    @Override
    public LocalDate day() {
      return stored.day();
    }

    @Override
    public String of() {
      return stored.id() + "#" + stored.attempt();
    }
  }

  /** A count is booked. */
  record CountBooked(CountPosted posted, List<Posting> postings) implements StockDayFact {
    @Override
    public LocalDate day() {
      return posted.day();
    }

    @Override
    public String of() {
      return posted.id();
    }
  }

  /** The figures of a day are frozen. */
  record DayFrozen(FrozenDay frozen) implements StockDayFact {
    @Override
    public LocalDate day() {
      return frozen.day();
    }

    @Override
    public String of() {
      return frozen.key();
    }
  }

  /** A linked correction. */
  record StockAdjusted(StockAdjustment adjustment, List<Posting> postings) implements StockDayFact {
    @Override
    public LocalDate day() {
      return adjustment.day();
    }

    @Override
    public String of() {
      return adjustment.id();
    }
  }

  /** A booked count raised an alarm. */
  record DifferenceFound(DifferenceAlarm alarm) implements StockDayFact {
    @Override
    public LocalDate day() {
      return alarm.day();
    }

    @Override
    public String of() {
      return alarm.id();
    }
  }

  /** Two persons looked into an alarm; once for each. */
  record DifferenceExplained(DifferenceExplanation explanation) implements StockDayFact {
    @Override
    public LocalDate day() {
      return explanation.day();
    }

    @Override
    public String of() {
      return explanation.alarm();
    }
  }

  /** A booked count found what the authority is told of within hours. */
  record ReportOwed(UrgentReport report) implements StockDayFact {
    @Override
    public LocalDate day() {
      return report.day();
    }

    @Override
    public String of() {
      return report.id();
    }
  }

  /** What became of an urgent report; once for each. */
  record ReportEnded(UrgentReportEnd end) implements StockDayFact {
    @Override
    public LocalDate day() {
      return end.day();
    }

    @Override
    public String of() {
      return end.report();
    }
  }
}
