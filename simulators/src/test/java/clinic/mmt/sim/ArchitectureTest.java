package clinic.mmt.sim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "clinic.mmt.sim", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] DEVICES = {"..pump..", "..scale..", "..fingerprint..", "..token.."};

  /** One misreading of a manual must not pass on both sides. */
  @ArchTest
  static final ArchRule simulatorsAreALeaf =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "clinic.mmt.device..", "clinic.mmt.dispenser..", "clinic.mmt.quantity..");

  @ArchTest
  static final ArchRule behaviourKnowsNoWire =
      noClasses()
          .that()
          .resideInAnyPackage(DEVICES)
          .and()
          .haveNameNotMatching(".*Wire(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("clinic\\.mmt\\.sim\\..*Wire(\\$.*)?");

  @ArchTest
  static final ArchRule wireKnowsNoPhysicsAndNoFaults =
      noClasses()
          .that()
          .resideInAnyPackage(DEVICES)
          .and()
          .haveNameMatching(".*Wire(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..physics..", "..fault..");

  @ArchTest
  static final ArchRule physicsKnowsOnlyCore =
      classes()
          .that()
          .resideInAPackage("..physics..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("..sim.core..", "..sim.physics..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule coreKnowsOnlyTheJdk =
      classes()
          .that()
          .resideInAPackage("..sim.core..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("..sim.core..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule onlyPtyUsesNativeCode =
      noClasses()
          .that()
          .resideOutsideOfPackage("..sim.pty..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.jna..");

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("clinic.mmt.sim.(**)").should().beFreeOfCycles();
}
