package hearth.desktop.timeline;

import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The scroll bar of a list whose length is not known: a press beside the thumb moves by a page,
/// dragging the thumb goes to a place and names it. Confined to the FX thread.
final class ScrollTrack extends Region {
  static final double WIDTH = 10;
  static final double LEAST_THUMB = 32;

  private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
  private static final double LABEL_GAP = 12;

  private final Region thumb = new Region();
  private final Label label = new Label();
  private final DoubleConsumer dragged;
  private final Paging paging;
  private double value;
  private double amount = 1;
  private double grip = -1;

  /// A track without a thumb.
  ///
  /// @param dragged gets where the thumb was dragged to, from 0 to 1
  /// @param paged moves a page up (-1) or down (1)
  ScrollTrack(DoubleConsumer dragged, IntConsumer paged) {
    this.dragged = dragged;
    this.paging = new Paging(paged);
    getStyleClass().add("scroll-track");
    thumb.getStyleClass().add("thumb");
    label.getStyleClass().addAll("day", "scroll-label");
    label.setMouseTransparent(true);
    label.setAlignment(Pos.CENTER);
    label.setVisible(false);
    label.setManaged(false);
    getChildren().addAll(thumb, label);
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::moved);
    setOnMouseReleased(release -> released());
  }

  /// Shows where the list is.
  ///
  /// @param now from 0 for the beginning to 1 for the end
  /// @param part how much of the whole is in sight
  void show(double now, double part) {
    value = Math.clamp(now, 0, 1);
    amount = part;
    setVisible(part < 1);
    requestLayout();
  }

  /// Names the place where the list is, while the thumb is dragged.
  void name(String place) {
    label.setText(place);
    label.setVisible(isDragged() && !place.isEmpty());
    requestLayout();
  }

  boolean isDragged() {
    return grip >= 0;
  }

  Region thumb() {
    return thumb;
  }

  private double thumbHeight() {
    return Math.min(getHeight(), Math.max(LEAST_THUMB, getHeight() * amount));
  }

  private double way() {
    return getHeight() - thumbHeight();
  }

  @Override
  protected void layoutChildren() {
    double top = snapPositionY(way() * value);
    thumb.resizeRelocate(0, top, getWidth(), thumbHeight());
    if (label.isVisible()) {
      double wide = Math.ceil(label.prefWidth(-1));
      double high = Math.ceil(label.prefHeight(-1));
      double middle = top + thumbHeight() / 2 - high / 2;
      double y = Math.clamp(middle, 0, Math.max(0, getHeight() - high));
      label.resizeRelocate(-wide - LABEL_GAP, snapPositionY(y), wide, high);
    }
  }

  private void pressed(MouseEvent press) {
    if (press.getButton() != MouseButton.PRIMARY) {
      return;
    }
    double top = way() * value;
    double y = press.getY();
    if (y >= top && y < top + thumbHeight()) {
      grip = y - top;
      thumb.pseudoClassStateChanged(DRAGGED, true);
    } else {
      paging.begin(y < top ? -1 : 1, y);
    }
    press.consume();
  }

  private void moved(MouseEvent drag) {
    if (isDragged() && way() > 0) {
      dragged.accept(Math.clamp((drag.getY() - grip) / way(), 0, 1));
    }
    drag.consume();
  }

  private void released() {
    grip = -1;
    paging.stop();
    thumb.pseudoClassStateChanged(DRAGGED, false);
    label.setVisible(false);
  }

  /// Goes on page by page while the mouse is held, until the thumb is under it.
  private final class Paging extends AnimationTimer {
    private static final long FIRST_NANOS = 400_000_000;
    private static final long NEXT_NANOS = 60_000_000;

    private final IntConsumer paged;
    private int direction;
    private double target;
    private long next;

    Paging(IntConsumer paged) {
      this.paged = paged;
    }

    void begin(int towards, double y) {
      direction = towards;
      target = y;
      next = 0;
      paged.accept(direction);
      start();
    }

    @Override
    public void handle(long now) {
      if (next == 0) {
        next = now + FIRST_NANOS;
      } else if (now >= next) {
        next = now + NEXT_NANOS;
        double top = way() * value;
        boolean there = direction < 0 ? top <= target : top + thumbHeight() >= target;
        if (there) {
          stop();
        } else {
          paged.accept(direction);
        }
      }
    }
  }
}
