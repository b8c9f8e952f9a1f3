package dev.timelapse.samples.bugs;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.timelapse.house.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses MAIN = HouseRules.mainClasses();

  @Test
  void mainCode_needsTime_takesItFromATimeSource() {
    HouseRules.NO_MACHINE_CLOCK.check(MAIN);
  }

  @Test
  void allCode_waitsOrDraws_doesSoRepeatably() {
    HouseRules.NO_SLEEP_AND_NO_UNSEEDED_CHANCE.check(HouseRules.mainAndTestClasses());
  }

  @Test
  void packages_needEachOther_inOneDirectionOnly() {
    HouseRules.NO_PACKAGE_CYCLES.check(MAIN);
  }

  @Test
  void modules_needEachOther_inTheDesignsDirections() {
    HouseRules.MODULE_DIRECTIONS.check(MAIN);
  }
}
