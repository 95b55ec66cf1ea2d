package clinic.mmt.dispenser;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Who may import whom, as {@code docs/architecture.md} has it. */
@AnalyzeClasses(
    packages = {"clinic.mmt.dispenser", "clinic.mmt.judge"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String DOMAIN = "clinic.mmt.dispenser.domain..";
  private static final String APP = "clinic.mmt.dispenser.app..";
  private static final String STATION = "clinic.mmt.dispenser.station..";
  private static final List<String> ADAPTERS =
      List.of("store", "station", "http", "mqtt", "metrics", "report", "ups");

  private static final Set<String> WAITING_OR_LOOKING_AT_A_CLOCK =
      Set.of("now", "currentTimeMillis", "nanoTime", "sleep", "randomUUID");

  private static final DescribedPredicate<JavaMethodCall> CLOCK_OR_SLEEP =
      DescribedPredicate.describe(
          "looks at a clock, waits, or makes an id",
          call -> {
            String name = call.getTarget().getName();
            boolean async =
                name.endsWith("Async")
                    && call.getTargetOwner()
                        .isAssignableTo("java.util.concurrent.CompletableFuture");
            boolean ofJava = call.getTargetOwner().getPackageName().startsWith("java.");
            return async || (ofJava && WAITING_OR_LOOKING_AT_A_CLOCK.contains(name));
          });

  @ArchTest
  static final ArchRule domainKnowsValuesOnly =
      classes()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  DOMAIN,
                  "clinic.mmt.quantity..",
                  "java.lang",
                  "java.lang.invoke",
                  "java.lang.runtime",
                  "java.util",
                  "java.util.function",
                  "java.util.stream",
                  "java.time",
                  "java.math",
                  "org.jspecify.."));

  @ArchTest
  static final ArchRule theJudgeSharesNoCodeWithTheProduct =
      classes()
          .that()
          .resideInAPackage("clinic.mmt.judge..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "clinic.mmt.judge..",
                  "com.fasterxml.jackson.core..",
                  "java..",
                  "org.jspecify.."));

  @ArchTest
  static final ArchRule onlyTheSimulatorKnowsTheJudge =
      noClasses()
          .that()
          .resideOutsideOfPackages("clinic.mmt.judge..", "clinic.mmt.dispenser.main.simulate..")
          .should()
          .dependOnClassesThat(resideInAPackage("clinic.mmt.judge.."));

  @ArchTest
  static final ArchRule theSimulatedClinicLooksAtNoRealClock =
      noClasses()
          .that(
              resideInAnyPackage(
                  "clinic.mmt.dispenser.main.simulate.device..", "clinic.mmt.judge.."))
          .should(callMethodWhere(CLOCK_OR_SLEEP));

  @ArchTest
  static final ArchRule onlyTheStoreKnowsSql =
      noClasses()
          .that()
          .resideOutsideOfPackage("clinic.mmt.dispenser.store..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite.."));

  @ArchTest
  static final ArchRule onlySheetsKnowPdfAndExcel =
      noClasses()
          .that()
          .resideOutsideOfPackage("..dispenser.sheet..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.openpdf..", "org.librepdf..", "org.dhatim..");

  @ArchTest
  static final ArchRule sheetsKnowNothingOfTheClinic =
      noClasses()
          .that()
          .resideInAPackage("..dispenser.sheet..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("clinic.mmt..")
                  .and(DescribedPredicate.not(resideInAPackage("..dispenser.sheet.."))));

  @ArchTest
  static final ArchRule onlyEventsKnowPaho =
      noClasses()
          .that()
          .resideOutsideOfPackage("clinic.mmt.dispenser.mqtt..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.eclipse.paho.."));

  @ArchTest
  static final ArchRule onlyTheBrokerCommandKnowsArtemis =
      noClasses()
          .that()
          .resideOutsideOfPackage("clinic.mmt.dispenser.main.broker..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.apache.activemq.."));

  /** H79: who talks to a broker cannot ask a counter or a device for anything. */
  @ArchTest
  static final ArchRule eventsMoveNothing =
      noClasses()
          .that()
          .resideInAPackage("clinic.mmt.dispenser.mqtt..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "move, write or know a person",
                  type ->
                      type.getName().matches(".*app\\.counter\\.(?!Snapshot).*")
                          || type.getName().matches(".*app\\.device\\.(?!DeviceStatus).*")
                          || type.getName().matches(".*app\\.journal\\.Transaction")
                          || type.getPackageName().startsWith("clinic.mmt.dispenser.app.people")
                          || type.getPackageName().startsWith("clinic.mmt.dispenser.app.care")
                          || type.getPackageName().startsWith("clinic.mmt.device")));

  @ArchTest
  static final ArchRule appKnowsNoAdapterAndNoDevice =
      noClasses()
          .that()
          .resideInAPackage(APP)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "clinic.mmt.dispenser.store..",
                  "clinic.mmt.dispenser.http..",
                  "clinic.mmt.dispenser.mqtt..",
                  "clinic.mmt.dispenser.station..",
                  "clinic.mmt.dispenser.metrics..",
                  "clinic.mmt.dispenser.report..",
                  "clinic.mmt.dispenser.main..",
                  "clinic.mmt.device.."));

  @ArchTest
  static void adaptersNeverMeet(JavaClasses classes) {
    for (String adapter : ADAPTERS) {
      String[] others =
          ADAPTERS.stream()
              .filter(other -> !other.equals(adapter))
              .map(other -> "clinic.mmt.dispenser." + other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("clinic.mmt.dispenser." + adapter + "..")
          .should()
          .dependOnClassesThat(resideInAnyPackage(others))
          .allowEmptyShould(true)
          .check(classes);
    }
  }

  @ArchTest
  static final ArchRule timeAndIdsAreInputs =
      noClasses()
          .that(resideInAnyPackage(DOMAIN, APP, STATION))
          .should(callMethodWhere(CLOCK_OR_SLEEP));

  @ArchTest
  static final ArchRule nothingInsideStartsAThread =
      noClasses()
          .that(resideInAnyPackage(DOMAIN, APP, STATION))
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "threads and their pools",
                  type ->
                      type.isAssignableTo(Thread.class)
                          || type.isAssignableTo(ExecutorService.class)
                          || type.isEquivalentTo(Executors.class)
                          || type.isEquivalentTo(LockSupport.class)));

  @ArchTest
  static final ArchRule domainPrintsNothing =
      noClasses()
          .that(resideInAPackage(DOMAIN))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule featuresOfTheDomainHaveNoCycles =
      slices().matching("clinic.mmt.dispenser.domain.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule featuresOfTheAppHaveNoCycles =
      slices().matching("clinic.mmt.dispenser.app.(*)..").should().beFreeOfCycles();
}
