package dev.timelapse.testkit;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.testkit.choice.Choices;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.Events;

class TimelineSettingsTest {

  @Test
  void severalPlacesSaySomething_theNearestWins_attributeByAttribute() {
    Fixtures.succeeds(PrecedenceCase.class, 6);
  }

  @Test
  void builder_goesBeforeParameters_andAfterAnnotations() {
    Map<String, String> parameters =
        Map.of("timelapse.start", "2040-01-01", "timelapse.zone", "America/New_York");

    Fixtures.succeeds(Fixtures.run(BuilderCase.class, parameters), 2);
  }

  @Test
  void nobodyElseSaysSomething_parametersCount() {
    Map<String, String> parameters =
        Map.of("timelapse.start", "2040-01-01", "timelapse.zone", "America/New_York");

    Fixtures.succeeds(Fixtures.run(SilentCase.class, parameters), 1);
  }

  @Test
  void nonsense_isRefusedNamingItsPlace() {
    assertThat(Fixtures.failureOf(NoZoneCase.class))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessage(
            "@Timelapse on class "
                + NoZoneCase.class.getName()
                + " says zone = \"Mars/Olympus\": there is no such zone; write an id such as Europe/Berlin");
    assertThat(
            Fixtures.failureOf(
                Fixtures.run(SilentCase.class, Map.of("timelapse.start", "2026-02-30"))))
        .hasMessageContaining("says start = \"2026-02-30\": \"2026-02-30\" is no time");
    assertThat(Fixtures.failureOf(MetaNonsenseCase.class))
        .hasMessageContaining("@Timelapse on @NextTuesday of method void ")
        .hasMessageContaining("says start = \"next tuesday\": \"next tuesday\" is no time");
    assertThat(
            Fixtures.failureOf(
                Fixtures.run(SilentCase.class, Map.of("timelapse.zone", "Mars/Olympus"))))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining(
            "configuration parameter timelapse.zone says zone = \"Mars/Olympus\"");
    assertThat(
            Fixtures.failureOf(
                Fixtures.run(SilentCase.class, Map.of("timelapse.allow", "EVERYTHING"))))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("timelapse.allow says \"EVERYTHING\"")
        .hasMessageContaining("PENDING_ONE_SHOTS");
    assertThat(Fixtures.failureOf(BadBuilderCase.class))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("the builder of the TimelapseExtension says start = \"soon\"");
  }

  @Test
  void seed_ofATest_isThatOfTheNearestPlace_andDecidesAllChance() {
    Fixtures.succeeds(Fixtures.run(SeedCase.class, Map.of("timelapse.seed", "99")), 4);
    assertThat(Fixtures.failureOf(Fixtures.run(SilentCase.class, Map.of("timelapse.seed", "any"))))
        .hasMessageContaining("timelapse.seed says seed = \"any\": that is no number");
  }

  @Test
  void failureOfARunWithChoices_tellsItsSeed_andHowToRunItAgain() {
    assertThat(accountOf(Fixtures.run(DicedCase.class, Map.of("timelapse.seed", "17"))))
        .contains(
            "  seed         17, for 3 choices; it runs like this again with @Timelapse(seed = 17)\n");
    assertThat(accountOf(Fixtures.run(UndicedCase.class, Map.of("timelapse.seed", "17"))))
        .doesNotContain("seed");
  }

  private static String accountOf(Events events) {
    return String.valueOf(Fixtures.failureOf(events).getSuppressed()[0].getMessage());
  }

  @ExtendWith(TimelapseExtension.class)
  static class SeedCase {

    @Test
    void parameter_countsIfNobodySaysMore(Timeline time) {
      assertThat(time.choices().seed()).hasValue(99);
    }

    @Test
    @Timelapse(seed = 42)
    void sameSeed_isTheSameRun(Timeline time) {
      Choices other = Choices.ofSeed(42);
      assertThat(time.draw("dice", 1000)).isEqualTo(other.draw("dice", 1000));
    }

    @Test
    @Timelapse(seed = Choices.DEFAULT_SEED)
    void defaultSeed_said_isSaid(Timeline time) {
      assertThat(time.choices().seed()).hasValue(Choices.DEFAULT_SEED);
    }

    @Test
    @Timelapse(seed = 0)
    void seed0_isTheDullRun(Timeline time) {
      assertThat(time.draw("dice", 1000)).isZero();
    }
  }

  @ExtendWith(TimelapseExtension.class)
  static class DicedCase {

    @Test
    void fails(Timeline time) {
      time.draw("dice", 6);
      time.draw("dice", 6);
      time.draw("dice", 6);
      throw new AssertionError("lost");
    }
  }

  @ExtendWith(TimelapseExtension.class)
  static class UndicedCase {

    @Test
    void fails(Timeline time) {
      time.note("nothing was left to chance");
      throw new AssertionError("lost");
    }
  }

  @Test
  void limits_endARunThatGoesBeyondThem_nonsenseIsRefused() {
    Fixtures.succeeds(LimitsCase.class, 2);
    assertThat(
            Fixtures.failureOf(
                Fixtures.run(SilentCase.class, Map.of("timelapse.horizon", "for ever"))))
        .hasMessageContaining(
            "timelapse.horizon says horizon = \"for ever\": \"for ever\" is no duration");
    assertThat(
            Fixtures.failureOf(
                Fixtures.run(SilentCase.class, Map.of("timelapse.event-limit", "0"))))
        .hasMessageContaining(
            "timelapse.event-limit says eventLimit = \"0\": the limits on events");
    assertThat(
            Fixtures.failureOf(
                Fixtures.run(SilentCase.class, Map.of("timelapse.event-limit", "many"))))
        .hasMessageContaining("eventLimit = \"many\": that is no number");
  }

  @Target({ElementType.TYPE, ElementType.METHOD})
  @Retention(RetentionPolicy.RUNTIME)
  @Timelapse(start = "2033-03-03", zone = "Asia/Tokyo")
  @interface InTokyo {}

  @Retention(RetentionPolicy.RUNTIME)
  @Timelapse(start = "next tuesday")
  @interface NextTuesday {}

  @Timelapse(start = "2031-01-01")
  interface Dated {}

  @Timelapse(start = "2030-01-01", zone = "Europe/Berlin")
  abstract static class Base {}

  @ExtendWith(TimelapseExtension.class)
  static class PrecedenceCase extends Base implements Dated {

    Clock clock;

    void shows(String start, String zone) {
      assertThat(clock.instant().atZone(clock.getZone()).toLocalDateTime())
          .asString()
          .isEqualTo(start);
      assertThat(clock.getZone()).isEqualTo(ZoneId.of(zone));
    }

    @Test
    void interfaceBeforeSuperclass() {
      shows("2031-01-01T00:00", "Europe/Berlin");
    }

    @Test
    @Timelapse(start = "2032-01-01T12:30")
    void methodBeforeClass() {
      shows("2032-01-01T12:30", "Europe/Berlin");
    }

    @Test
    @InTokyo
    void metaAnnotation() {
      shows("2033-03-03T00:00", "Asia/Tokyo");
    }

    @Test
    @InTokyo
    @Timelapse(zone = "UTC")
    void annotationBeforeMetaAnnotation() {
      shows("2033-03-03T00:00", "UTC");
    }

    @Nested
    @Timelapse(zone = "Asia/Kolkata")
    class Inner {

      @Test
      void nestedClassBeforeOuterClass() {
        shows("2031-01-01T00:00", "Asia/Kolkata");
      }

      @Nested
      @InTokyo
      class Innermost {

        @Test
        @Timelapse(start = "2034-01-01")
        void methodBeforeMetaAnnotationOnNestedClass() {
          shows("2034-01-01T00:00", "Asia/Tokyo");
        }
      }
    }
  }

  @ExtendWith(TimelapseExtension.class)
  @Timelapse(horizon = "P2D", eventLimit = 30)
  static class LimitsCase {

    @Test
    void horizon(Timeline time) {
      time.advanceBy(ofDays(1));
      assertThatThrownBy(() -> time.advanceBy(ofDays(2))).isInstanceOf(AssertionError.class);
    }

    @Test
    @Timelapse(horizon = "P100D")
    void eventLimit(Timeline time) {
      time.every(ofDays(1), () -> {});
      assertThatThrownBy(() -> time.advanceBy(ofDays(50))).isInstanceOf(AssertionError.class);
      assertThat(time.elapsed()).isBetween(ofDays(29), ofDays(31));
    }
  }

  static class BuilderCase {

    @RegisterExtension
    static final TimelapseExtension TIME =
        TimelapseExtension.builder().zone(ZoneId.of("Europe/Paris")).build();

    @Test
    void zoneOfTheBuilder_startOfTheParameters(Clock clock) {
      assertThat(clock.getZone()).isEqualTo(ZoneId.of("Europe/Paris"));
      assertThat(clock.instant()).isEqualTo("2039-12-31T23:00:00Z");
    }

    @Test
    @Timelapse(zone = "Z")
    void zoneOfTheAnnotation(Clock clock) {
      assertThat(clock.instant()).isEqualTo("2040-01-01T00:00:00Z");
    }
  }

  @ExtendWith(TimelapseExtension.class)
  static class SilentCase {

    @Test
    void asParametersSay(Clock clock) {
      assertThat(clock.instant()).isEqualTo("2040-01-01T05:00:00Z");
    }
  }

  @ExtendWith(TimelapseExtension.class)
  @Timelapse(zone = "Mars/Olympus")
  static class NoZoneCase {

    @Test
    void test() {}
  }

  @ExtendWith(TimelapseExtension.class)
  static class MetaNonsenseCase {

    @Test
    @NextTuesday
    void test() {}
  }

  static class BadBuilderCase {

    @RegisterExtension
    final TimelapseExtension time = TimelapseExtension.builder().start("soon").build();

    @Test
    void test() {}
  }
}
