package clinic.mmt.device;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import java.util.Arrays;

/** Who may import whom in this module: a whitelist for each package. */
@AnalyzeClasses(
    packages = "clinic.mmt",
    importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {

  private static final String ROOT = "clinic.mmt.device";
  private static final String JDK = "java..";

  /** Of the JDK too: keep-alive by seconds. */
  private static final String SOCKET_OPTIONS = "jdk.net..";

  private static final String NULLNESS = "org.jspecify..";
  private static final String LOG = "org.slf4j..";
  private static final String QUANTITY = "clinic.mmt.quantity";
  private static final String LINK = ROOT + ".link";
  private static final String FRAME = ROOT + ".frame";
  private static final String PUMP = ROOT + ".pump";
  private static final String EXCHANGE = ROOT + ".exchange";

  @ArchTest static final ArchRule QUANTITY_NEEDS_THE_JDK_ONLY = only(QUANTITY, JDK, NULLNESS);

  @ArchTest static final ArchRule DEVICE_NEEDS_QUANTITY_ONLY = only(ROOT, QUANTITY, JDK, NULLNESS);

  @ArchTest
  static final ArchRule LINK_NEEDS_THE_JDK_ONLY = only(LINK, JDK, SOCKET_OPTIONS, NULLNESS);

  @ArchTest static final ArchRule FRAME_NEEDS_THE_JDK_ONLY = only(FRAME, JDK, NULLNESS);

  @ArchTest
  static final ArchRule SERIAL_NEEDS_LINK =
      only(LINK + ".serial", LINK, "com.fazecast..", JDK, NULLNESS);

  @ArchTest
  static final ArchRule EXCHANGE_NEEDS_WHAT_IS_BELOW_IT =
      only(EXCHANGE, ROOT, FRAME, LINK, QUANTITY, JDK, NULLNESS, LOG);

  @ArchTest static final ArchRule NEW_ERA_KNOWS_NO_OTHER_MODEL = model("pump.newera");

  @ArchTest static final ArchRule DOSE_PUMP_KNOWS_NO_MODEL = model("pump");

  @ArchTest static final ArchRule REGLO_KNOWS_NO_OTHER_MODEL = model("pump.reglo");

  @ArchTest static final ArchRule CAVRO_KNOWS_NO_OTHER_MODEL = model("pump.cavro");

  @ArchTest static final ArchRule EZO_KNOWS_NO_OTHER_MODEL = model("pump.ezo");

  @ArchTest static final ArchRule MT_SICS_KNOWS_NO_OTHER_MODEL = model("scale.mtsics");

  @ArchTest static final ArchRule HOST_TARED_SCALES_KNOW_NO_MODEL = model("scale.host");

  @ArchTest static final ArchRule SBI_KNOWS_NO_OTHER_MODEL = hostTared("scale.sbi");

  @ArchTest static final ArchRule AND_KNOWS_NO_OTHER_MODEL = hostTared("scale.and");

  @ArchTest static final ArchRule OHAUS_KNOWS_NO_OTHER_MODEL = hostTared("scale.ohaus");

  @ArchTest static final ArchRule COMMA_KNOWS_NO_OTHER_MODEL = hostTared("scale.comma");

  @ArchTest static final ArchRule YAOHUA_KNOWS_NO_OTHER_MODEL = hostTared("scale.yaohua");

  @ArchTest static final ArchRule CAS_ECR_KNOWS_NO_OTHER_MODEL = hostTared("scale.cas");

  @ArchTest static final ArchRule EF01_KNOWS_NO_OTHER_MODEL = model("fingerprint.ef01");

  @ArchTest static final ArchRule RDM6300_KNOWS_NO_OTHER_MODEL = model("token.rdm6300");

  @ArchTest static final ArchRule PN532_KNOWS_NO_OTHER_MODEL = model("token.pn532");

  @ArchTest static final ArchRule QR_CDC_KNOWS_NO_OTHER_MODEL = model("token.qrcdc");

  @ArchTest
  static final ArchRule ONLY_THE_CATALOG_NAMES_MODELS =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ROOT + ".catalog",
              ROOT + ".pump..",
              ROOT + ".scale..",
              ROOT + ".fingerprint..",
              ROOT + ".token..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  ROOT + ".pump..", ROOT + ".scale..", ROOT + ".fingerprint..", ROOT + ".token.."));

  @ArchTest
  static final ArchRule ONLY_SERIAL_IMPORTS_THE_SERIAL_LIBRARY =
      noClasses()
          .that()
          .resideOutsideOfPackage(LINK + ".serial")
          .should()
          .dependOnClassesThat(resideInAPackage("com.fazecast.."));

  @ArchTest
  static final ArchRule NOTHING_KNOWS_THE_SIMULATORS =
      noClasses()
          .that()
          .resideOutsideOfPackage("clinic.mmt.sim..")
          .should()
          .dependOnClassesThat(resideInAPackage("clinic.mmt.sim.."));

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("clinic.mmt.device.(**)").should().beFreeOfCycles();

  private static ClassesShouldConjunction model(String name) {
    return only(ROOT + "." + name, ROOT, PUMP, FRAME, LINK, EXCHANGE, QUANTITY, JDK, NULLNESS);
  }

  private static ClassesShouldConjunction hostTared(String name) {
    String shared = ROOT + ".scale.host";
    return only(ROOT + "." + name, shared, ROOT, FRAME, LINK, EXCHANGE, QUANTITY, JDK, NULLNESS);
  }

  private static ClassesShouldConjunction only(String from, String... to) {
    String[] allowed = Arrays.copyOf(to, to.length + 1);
    allowed[to.length] = from;
    return classes()
        .that()
        .resideInAPackage(from)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(primitive()));
  }

  /** Arrays and primitives have no package. */
  private static DescribedPredicate<JavaClass> primitive() {
    return DescribedPredicate.describe("no package", c -> c.getBaseComponentType().isPrimitive());
  }
}
