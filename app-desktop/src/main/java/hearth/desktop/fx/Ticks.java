package hearth.desktop.fx;

import hearth.desktop.text.Messages;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/// The delivery state of a message: a clock, one tick, two ticks, two coloured ticks. Takes no
/// space while there is none.
public final class Ticks extends Region {
  private static final double WIDTH = 16;
  private static final double HEIGHT = 10;

  private final SVGPath path = new SVGPath();
  private DeliverySign sign = DeliverySign.NONE;

  public Ticks() {
    getStyleClass().add("ticks");
    path.getStyleClass().add("ticks-line");
    path.setManaged(false);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren().add(path);
    show(DeliverySign.NONE);
  }

  public void show(DeliverySign now) {
    sign = now;
    path.setContent(drawing(now));
    getStyleClass().removeAll("coloured");
    if (now == DeliverySign.TWO_COLOURED) {
      getStyleClass().add("coloured");
    }
    setVisible(now != DeliverySign.NONE);
    setManaged(now != DeliverySign.NONE);
    setAccessibleText(spoken(now));
  }

  public DeliverySign sign() {
    return sign;
  }

  @Override
  protected double computePrefWidth(double height) {
    return WIDTH;
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  private static String drawing(DeliverySign sign) {
    return switch (sign) {
      case NONE -> "";
      case CLOCK -> "M8 1a4 4 0 1 0 0.01 0M8 3v2.2l1.5 1";
      case ONE -> "M4.5 5.2l2.8 2.8l5.2 -6";
      case TWO, TWO_COLOURED -> "M1 5.2l2.8 2.8l5.2 -6M7.6 7.2l0.9 0.8l5.4 -6";
    };
  }

  private static String spoken(DeliverySign sign) {
    return switch (sign) {
      case NONE -> "";
      case CLOCK -> Messages.get("ticks.pending");
      case ONE -> Messages.get("ticks.sent");
      case TWO -> Messages.get("ticks.delivered");
      case TWO_COLOURED -> Messages.get("ticks.read");
    };
  }
}
