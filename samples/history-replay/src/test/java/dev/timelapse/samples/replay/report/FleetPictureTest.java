package dev.timelapse.samples.replay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FleetPictureTest {

  /** A column is a day. */
  private final Columns nodesDown = new Columns(Samples.PERIOD, 100, 0);

  private final Columns sparesLeft = new Columns(Samples.PERIOD, 100, 3);

  @BeforeEach
  void twelveNodesAreDownForTenDaysAndThePoolIsEmptyForTwoAndAHalf() {
    nodesDown.set(Samples.FROM.plus(Duration.ofDays(20)), 12);
    nodesDown.set(Samples.FROM.plus(Duration.ofDays(30)), 0);
    nodesDown.close();
    sparesLeft.set(Samples.FROM.plus(Duration.ofDays(20)), 0);
    sparesLeft.set(Samples.FROM.plus(Duration.ofHours(22 * 24 + 12)), 3);
    sparesLeft.close();
  }

  @Test
  void picture_isDrawn_isXmlWithTitleLegendsAndDates() throws Exception {
    List<String> texts = texts(picture());

    assertThat(texts)
        .contains("Toy <1> & 2: the fleet over time", "Nodes down", "Spares left", "pool empty")
        .contains("2003-02", "2003-04", "15", "3");
  }

  @Test
  void nodes_areDownForTenDays_areAnAreaOfTenColumns() throws Exception {
    // Left edge 70, axis from 0 to 15 over 230 pixels above 322: 12 nodes are 184 pixels high.
    assertThat(paths(picture(), "down")).containsExactly("M70 322H90V138H100V322H170V322Z");
    assertThat(paths(picture(), "peak")).containsExactly("M70 322H90V138H100V322H170V322Z");
  }

  @Test
  void pool_isEmptyForTwoDaysAndAHalf_isMarkedInThreeColumns() throws Exception {
    NodeList boxes = picture().getElementsByTagName("rect");
    List<String> marks = new ArrayList<>();
    for (int i = 0; i < boxes.getLength(); i++) {
      Element box = (Element) boxes.item(i);
      if (box.getAttribute("class").equals("none") && box.getAttribute("width").equals("1")) {
        marks.add(box.getAttribute("x"));
      }
    }

    assertThat(marks).containsExactly("90", "91", "92");
  }

  private Document picture() throws Exception {
    String svg = FleetPicture.of(Samples.summary(), nodesDown, sparesLeft);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document picture) {
    NodeList nodes = picture.getElementsByTagName("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  private static List<String> paths(Document picture, String style) {
    NodeList nodes = picture.getElementsByTagName("path");
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Element path = (Element) nodes.item(i);
      if (path.getAttribute("class").equals(style)) {
        paths.add(path.getAttribute("d"));
      }
    }
    return paths;
  }
}
