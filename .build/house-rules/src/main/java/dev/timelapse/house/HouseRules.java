package dev.timelapse.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.apiguardian.api.API;

/** The rules every module's test checks its classes against. */
public final class HouseRules {

  private static final String SYSTEM_TIME_SOURCE =
      "dev\\.timelapse\\.scheduler\\.SystemTimeSource(\\$.*)?";

  /** Time comes from a {@code TimeSource}, and the machine's clock is behind one class alone. */
  public static final ArchRule NO_MACHINE_CLOCK =
      noClasses()
          .that()
          .haveNameNotMatching(SYSTEM_TIME_SOURCE)
          .should()
          .accessTargetWhere(HiddenInputs.MACHINE_CLOCK)
          .because("a run depends on its TimeSource alone; see TimeSource.system()");

  /** Nothing sleeps, and chance comes from a seed, in tests too. */
  public static final ArchRule NO_SLEEP_AND_NO_UNSEEDED_CHANCE =
      noClasses()
          .should()
          .accessTargetWhere(HiddenInputs.SLEEP_OR_UNSEEDED_CHANCE)
          .because("a run that sleeps or rolls unseeded dice cannot be repeated");

  /** No two packages need each other. */
  public static final ArchRule NO_PACKAGE_CYCLES =
      slices().matching("dev.timelapse.(**)").should().beFreeOfCycles();

  /** The samples see the testkit and the scheduler, the testkit the scheduler, it neither. */
  public static final ArchRule MODULE_DIRECTIONS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("scheduler-core")
          .definedBy("dev.timelapse.scheduler..")
          .layer("testkit")
          .definedBy("dev.timelapse.testkit..")
          .layer("cluster-housekeeping")
          .definedBy("dev.timelapse.samples.housekeeping..")
          .layer("history-replay")
          .definedBy("dev.timelapse.samples.replay..")
          .layer("timing-bugs")
          .definedBy("dev.timelapse.samples.bugs..")
          .whereLayer("testkit")
          .mayOnlyBeAccessedByLayers("history-replay")
          .whereLayer("cluster-housekeeping")
          .mayOnlyBeAccessedByLayers("history-replay")
          .whereLayer("history-replay")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("timing-bugs")
          .mayNotBeAccessedByAnyLayer();

  /** What a user can see of a library says how stable it is. */
  public static final ArchRule PUBLIC_TYPES_STATE_THEIR_STATUS =
      classes()
          .that()
          .arePublic()
          .and()
          .areTopLevelClasses()
          .and()
          .resideInAnyPackage("dev.timelapse.scheduler..", "dev.timelapse.testkit..")
          .should()
          .beAnnotatedWith(API.class)
          .allowEmptyShould(true);

  private HouseRules() {}

  /** Returns the main classes that a module's test sees: its own and those it depends on. */
  public static JavaClasses mainClasses() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("dev.timelapse");
  }

  /** Returns the classes of {@link #mainClasses()} and those of the module's tests. */
  public static JavaClasses mainAndTestClasses() {
    return new ClassFileImporter().importPackages("dev.timelapse");
  }
}
