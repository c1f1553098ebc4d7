package hearth.desktop.fx;

import hearth.desktop.text.Messages;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/// The small sign of how far a message has come: a clock, one tick, two, two coloured. Takes no
/// room while it says nothing.
public final class Ticks extends Region {
  private static final double WIDTH = 16;
  private static final double HEIGHT = 10;

  private final SVGPath path = new SVGPath();
  private Sign sign = Sign.NONE;

  public Ticks() {
    getStyleClass().add("ticks");
    path.getStyleClass().add("ticks-line");
    path.setManaged(false);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren().add(path);
    show(Sign.NONE);
  }

  public void show(Sign now) {
    sign = now;
    path.setContent(now.drawing);
    getStyleClass().removeAll("coloured");
    if (now == Sign.TWO_COLOURED) {
      getStyleClass().add("coloured");
    }
    setVisible(now != Sign.NONE);
    setManaged(now != Sign.NONE);
    setAccessibleText(now == Sign.NONE ? "" : Messages.get(now.key));
  }

  public Sign sign() {
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

  /// What it says.
  public enum Sign {
    NONE("", ""),
    CLOCK("M8 1a4 4 0 1 0 0.01 0M8 3v2.2l1.5 1", "ticks.pending"),
    ONE("M4.5 5.2l2.8 2.8l5.2 -6", "ticks.sent"),
    TWO("M1 5.2l2.8 2.8l5.2 -6M7.6 7.2l0.9 0.8l5.4 -6", "ticks.delivered"),
    TWO_COLOURED("M1 5.2l2.8 2.8l5.2 -6M7.6 7.2l0.9 0.8l5.4 -6", "ticks.read");

    private final String drawing;
    private final String key;

    Sign(String drawing, String key) {
      this.drawing = drawing;
      this.key = key;
    }
  }
}
