package hearth.desktop.timeline;

import hearth.client.Row;
import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.DeliverySign;
import hearth.desktop.fx.Tone;
import hearth.desktop.text.ActionText;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Messages;
import hearth.protocol.Event;
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
  private final ActionText text;
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
    this.text = new ActionText(model.display());
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
    failed =
        new HBox(
            8,
            failure,
            link(Messages.get("timeline.retry"), true),
            link(Messages.get("timeline.delete"), false));
    failed.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(dividerLine, day, divider, notice, avatar, author, bubble, failed);
  }

  private Hyperlink link(String text, boolean retries) {
    Hyperlink link = new Hyperlink(text);
    link.getStyleClass().add("small");
    link.setMinWidth(USE_PREF_SIZE);
    link.setOnAction(
        press -> {
          if (item != null && item.row() instanceof Row.Pending pending) {
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
    switch (now.row()) {
      case Row.Entry(Event.MembersAdded added) -> showNotice(text.notice(added));
      case Row.Entry(Event.SlowModeSet set) -> showNotice(text.notice(set));
      case Row.Entry(Event.MessagePosted posted) -> showMessage(now, posted.message().text());
      case Row.Pending pending -> showMessage(now, pending.text());
    }
    Fault why = now.row() instanceof Row.Pending pending ? pending.failure() : null;
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
    String at = display.times().clock(TimelineViewModel.at(now.row()));
    bubble.show(content, at, sign(now.row()));
    bubble.getStyleClass().removeAll("own", "failed");
    if (mine) {
      bubble.getStyleClass().add("own");
    }
    if (model.stage(now.row()) == TimelineViewModel.Stage.FAILED) {
      bubble.getStyleClass().add("failed");
    }
    if (now.row() instanceof Row.Entry entry) {
      UserId by = entry.event().author();
      if (named) {
        author.setText(display.name(by));
        Tone.of(by).applyTo(author);
        avatar.show(display.name(by), Tone.of(by));
      }
    }
    setAccessibleText(text.spoken(model.author(now.row()), content, at));
  }

  private void setMessageVisible(boolean message, boolean named) {
    bubble.setVisible(message);
    author.setVisible(named);
    avatar.setVisible(named);
  }

  /// Shows anew how far the message has come.
  void showStage() {
    if (item != null && mine && bubble.isVisible()) {
      DeliverySign now = sign(item.row());
      if (now != bubble.ticks().sign()) {
        bubble.ticks().show(now);
      }
    }
  }

  private DeliverySign sign(Row row) {
    if (!mine) {
      return DeliverySign.NONE;
    }
    return switch (model.stage(row)) {
      case PENDING -> DeliverySign.CLOCK;
      case SENT -> DeliverySign.ONE;
      case DELIVERED -> DeliverySign.TWO;
      case READ -> DeliverySign.TWO_COLOURED;
      case FAILED -> DeliverySign.NONE;
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

    void menu(RowCell cell, Row row, double screenX, double screenY);

    /// Who has read it.
    void readBy(Node beside, Row row);
  }
}
