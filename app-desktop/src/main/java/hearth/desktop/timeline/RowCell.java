package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.Ticks;
import hearth.desktop.fx.Tone;
import hearth.desktop.text.ActionText;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Messages;
import hearth.protocol.Content;
import hearth.protocol.Fault;
import hearth.protocol.UserId;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One row of the timeline: a day and a divider where they are due, then a message in its bubble or
/// a notice.
final class RowCell extends Region implements AnchoredList.Cell<TimelineItem> {
  private static final double INSET = 24;
  private static final double AVATAR = 36;
  private static final double TEXT_X = INSET + AVATAR + 10;
  private static final double IN_GROUP = 3;
  private static final double BETWEEN_GROUPS = 12;
  private static final double ABOVE_DAY = 12;
  private static final double AUTHOR = 24;

  /// The scroll bar stands at the right of every row, within the inset there.
  private static final double BAR = 10;

  private static final double NARROW = 480;

  private final TimelineViewModel model;
  private final Label day = new Label();
  private final Label divider = new Label(Messages.get("timeline.new"));
  private final Region dividerLine = new Region();
  private final Label notice = new Label();
  private final Avatar avatar = new Avatar(AVATAR);
  private final Label author = new Label();
  private final Bubble bubble;
  private final Label failure = new Label();
  private final HBox failed;

  private @Nullable TimelineItem item;
  private boolean mine;

  RowCell(TimelineViewModel model, RowActions actions) {
    this.model = model;
    getStyleClass().add("row-cell");
    day.getStyleClass().add("day");
    divider.getStyleClass().add("new-divider");
    dividerLine.getStyleClass().add("new-divider-line");
    notice.getStyleClass().add("notice");
    notice.setWrapText(true);
    author.getStyleClass().add("author");
    bubble = new Bubble(actions::marking);
    bubble.setOnContextMenuRequested(
        request -> {
          if (item != null) {
            actions.menu(this, item.row(), request.getScreenX(), request.getScreenY());
            request.consume();
          }
        });
    bubble
        .ticks()
        .setOnMouseClicked(
            click -> {
              if (item != null && click.getButton() == MouseButton.PRIMARY) {
                actions.readBy(bubble.ticks(), item.row());
              }
            });
    failure.getStyleClass().add("error");
    failed = new HBox(8, failure, link("timeline.retry", true), link("timeline.delete", false));
    failed.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(dividerLine, day, divider, notice, avatar, author, bubble, failed);
  }

  private Hyperlink link(String key, boolean retries) {
    Hyperlink link = new Hyperlink(Messages.get(key));
    link.getStyleClass().add("small");
    link.setMinWidth(USE_PREF_SIZE);
    link.setOnAction(
        press -> {
          if (item != null && item.row() instanceof TimelineRow.Unsent(var pending, _)) {
            if (retries) {
              model.retry(pending);
            } else {
              model.discard(pending);
            }
          }
        });
    return link;
  }

  @Override
  public Region node() {
    return this;
  }

  Bubble bubble() {
    return bubble;
  }

  @Override
  public void show(TimelineItem now) {
    item = now;
    day.setText(now.day());
    day.setVisible(!now.day().isEmpty());
    divider.setVisible(now.firstUnread());
    dividerLine.setVisible(now.firstUnread());
    ActionText actions = new ActionText(model.display());
    switch (now.row().content()) {
      case null -> showNotice(actions.notice(model.author(now.row()), now.row().action()));
      case Content.Text(String text) -> showMessage(now, text);
      case Content.Erased erased -> showMessage(now, actions.preview(erased));
      case Content.Unknown unknown -> showMessage(now, actions.preview(unknown));
    }
    Fault why = now.row() instanceof TimelineRow.Unsent(var pending, _) ? pending.failure() : null;
    failed.setVisible(why != null);
    if (why != null) {
      failure.setText(Messages.get("timeline.failed", ErrorText.of(why)));
    }
    requestLayout();
  }

  private void showNotice(String sentence) {
    setMessageVisible(false, false);
    notice.setVisible(true);
    notice.setText(sentence);
    setAccessibleText(sentence);
  }

  private void showMessage(TimelineItem now, String content) {
    mine = model.isMine(now.row());
    boolean named = !mine && now.groupStart();
    setMessageVisible(true, named);
    notice.setVisible(false);
    DisplayText display = model.display();
    String at = display.times().clock(now.row().at());
    bubble.show(content, at, sign(now.row()));
    bubble.getStyleClass().removeAll("own", "failed");
    if (mine) {
      bubble.getStyleClass().add("own");
    }
    if (model.receipts().stage(now.row()) == Receipts.Stage.FAILED) {
      bubble.getStyleClass().add("failed");
    }
    if (!mine) {
      UserId by = model.author(now.row());
      if (named) {
        author.setText(display.name(by));
        Tone.of(by).applyTo(author);
        avatar.show(display.name(by), Tone.of(by));
      }
      setAccessibleText(Messages.get("timeline.spoken", display.nameOrYou(by), content, at));
    } else {
      setAccessibleText(Messages.get("timeline.spoken", Messages.get("person.you"), content, at));
    }
  }

  private void setMessageVisible(boolean message, boolean named) {
    bubble.setVisible(message);
    author.setVisible(named);
    avatar.setVisible(named);
  }

  /// Shows anew how far the message has come.
  void showStage() {
    if (item != null && mine && bubble.isVisible()) {
      Ticks.Sign now = sign(item.row());
      if (now != bubble.ticks().sign()) {
        bubble.ticks().show(now);
      }
    }
  }

  private Ticks.Sign sign(TimelineRow row) {
    if (!mine) {
      return Ticks.Sign.NONE;
    }
    return switch (model.receipts().stage(row)) {
      case PENDING -> Ticks.Sign.CLOCK;
      case SENT -> Ticks.Sign.ONE;
      case DELIVERED -> Ticks.Sign.TWO;
      case READ -> Ticks.Sign.TWO_COLOURED;
      case FAILED -> Ticks.Sign.NONE;
    };
  }

  @Override
  protected double computePrefHeight(double width) {
    return place(width, false);
  }

  @Override
  protected void layoutChildren() {
    place(getWidth(), true);
  }

  /// Puts the parts below each other and returns the height of all.
  private double place(double width, boolean moving) {
    if (item == null) {
      return 0;
    }
    double y = 0;
    if (day.isVisible()) {
      y += ABOVE_DAY;
      y += centre(day, y, width, moving);
    }
    if (divider.isVisible()) {
      y += BETWEEN_GROUPS;
      double height = centre(divider, y, width, moving);
      if (moving) {
        dividerLine.resizeRelocate(
            INSET, snapPositionY(y + height / 2), Math.max(0, width - 2 * INSET + BAR), 1);
      }
      y += height;
    }
    if (notice.isVisible()) {
      y += BETWEEN_GROUPS;
      return y + centre(notice, y, width, moving);
    }
    y += item.groupStart() ? BETWEEN_GROUPS : IN_GROUP;
    boolean narrow = width < NARROW;
    double left = narrow ? INSET - 8 + AVATAR + 8 : TEXT_X;
    if (author.isVisible()) {
      if (moving) {
        avatar.resizeRelocate(left - AVATAR - (narrow ? 8 : 10), y, AVATAR, AVATAR);
        double most = Math.max(0, width - left - INSET);
        author.resizeRelocate(
            left + 2, y, Math.min(most, Math.ceil(author.prefWidth(-1))), AUTHOR - 4);
      }
      y += AUTHOR;
    }
    double right = narrow ? INSET - 8 : INSET - BAR;
    double available = width - right - (mine ? 2 * INSET : left);
    Bubble.Shape shape = bubble.shape(available);
    if (moving) {
      double x = mine ? width - right - shape.width() : left;
      bubble.resizeRelocate(snapPositionX(x), y, shape.width(), shape.height());
    }
    y += shape.height();
    if (failed.isVisible()) {
      double most = width - right - INSET;
      double wanted = Math.min(most, Math.ceil(failed.prefWidth(-1)));
      double height = failed.prefHeight(-1);
      if (moving) {
        failed.resizeRelocate(width - right - wanted, y + 2, wanted, height);
      }
      y += height + 2;
    }
    return y;
  }

  private double centre(Label label, double y, double width, boolean moving) {
    double most = Math.max(0, width - 2 * INSET);
    double wanted = Math.min(most, Math.ceil(label.prefWidth(-1)));
    double height = Math.ceil(label.prefHeight(wanted));
    if (moving) {
      label.resizeRelocate(snapPositionX((width - wanted) / 2), y, wanted, height);
    }
    return height;
  }

  /// What a person may do with a row.
  interface RowActions {
    /// A stretch of this text begins to be marked.
    void marking(SelectableText text);

    void menu(RowCell cell, TimelineRow row, double screenX, double screenY);

    /// Who has read it.
    void readBy(Node beside, TimelineRow row);
  }
}
