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
}
