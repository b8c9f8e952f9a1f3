package dev.timelapse.testkit.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CallTextTest {

  @Test
  void setsAndMapsWithoutAnOrder_areTold_inThatOfTheirWords() {
    Set<String> byIdentity = Collections.newSetFromMap(new IdentityHashMap<>());
    byIdentity.addAll(List.of("d", "b", "a", "c"));

    assertThat(CallText.value(byIdentity)).isEqualTo("[\"a\", \"b\", \"c\", \"d\"]");
    assertThat(CallText.value(Map.of("b", 1, "c", 2, "a", 3)))
        .isEqualTo("{\"a\"=3, \"b\"=1, \"c\"=2}");
  }

  @Test
  void collectionsWithAnOrder_keepIt() {
    assertThat(CallText.value(List.of(3, 1, 2))).isEqualTo("[3, 1, 2]");
    assertThat(CallText.value(new LinkedHashSet<>(List.of(3, 1, 2)))).isEqualTo("[3, 1, 2]");
    Map<Integer, Integer> falling = new TreeMap<>(Collections.reverseOrder());
    falling.putAll(Map.of(1, 1, 2, 2));
    assertThat(CallText.value(falling)).isEqualTo("{2=2, 1=1}");
  }

  @Test
  void collectionInACollection_isToldLikewise() {
    List<Object> nested = new ArrayList<>(Arrays.asList(Set.of("b", "a", "c"), null));

    assertThat(CallText.value(nested)).isEqualTo("[[\"a\", \"b\", \"c\"], null]");
    assertThat(CallText.value(List.of(new Object()))).isEqualTo("[java.lang.Object]");
  }

  record Order(String who, Set<Object> items, Map<String, Integer> prices) {}

  record Parcel(Order order, int number) {}

  record Tagged(Set<String> tags) {

    @Override
    public String toString() {
      return "tagged " + tags.size() + " times";
    }
  }

  @Test
  void setsAndMapsInARecord_areTold_inTheOrderOfTheirWords() {
    Set<Object> byIdentity = Collections.newSetFromMap(new IdentityHashMap<>());
    byIdentity.addAll(List.of("d", "b", "a", "c"));
    Order order = new Order("smith", byIdentity, Map.of("b", 1, "a", 2));

    assertThat(CallText.value(order))
        .startsWith("Order[who=smith, items=[\"a\", \"b\", \"c\", \"d\"], prices={\"a\"");
    assertThat(CallText.value(new Parcel(new Order("x", byIdentity, Map.of()), 7)))
        .startsWith("Parcel[order=Order[who=x, items=[\"a\", \"b\", \"c\", \"d\"");
    assertThat(CallText.value(List.of(order)))
        .startsWith("[Order[who=smith, items=[\"a\", \"b\", \"c\", \"d\"");
  }

  @Test
  void recordWithoutThem_isToldAsItSays() {
    assertThat(CallText.value(new Order("smith", Set.of(1), Map.of())))
        .isEqualTo("Order[who=smith, items=[1], prices={}]");
    assertThat(CallText.value(new Order("smith", Set.of(new Object()), Map.of())))
        .isEqualTo("Order[who=smith, items=[java.lang.Object], prices={}]");
  }

  record Step(Runnable run) {}

  record Steps(Runnable run, Set<Integer> days) {}

  @Test
  void lambdaInARecord_isToldByTheClassItStandsIn() {
    assertThat(CallText.value(new Step(() -> {})))
        .isEqualTo("Step[run=dev.timelapse.testkit.outside.CallTextTest]");
    assertThat(CallText.value(new Steps(() -> {}, Set.of(3, 1, 2))))
        .startsWith("Steps[run=dev.timelapse.testkit.outside.CallTextTest,");
  }

  @Test
  void recordWithWordsOfItsOwn_keepsThem() {
    assertThat(CallText.value(new Tagged(Set.of("a", "b", "c")))).isEqualTo("tagged 3 times");
  }

  enum Level {
    LOW,
    HIGH {
      @Override
      boolean isHigh() {
        return true;
      }
    };

    boolean isHigh() {
      return false;
    }
  }

  @Test
  void constantOfAnEnum_isToldByItsName() {
    assertThat(CallText.value(Level.LOW)).isEqualTo("LOW");
    assertThat(CallText.value(Level.HIGH)).isEqualTo("HIGH");
  }

  @Test
  void longTexts_areCutOff_andStayOnOneLine() {
    assertThat(CallText.value("a\r\nb")).isEqualTo("\"a\\nb\"");
    assertThat(CallText.value("x".repeat(61))).isEqualTo("\"" + "x".repeat(59) + "…\"");
    assertThat(CallText.value(Collections.nCopies(1000, 123)))
        .isEqualTo("[" + "123, ".repeat(11) + "123…");
  }
}
