package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import hearth.desktop.fx.DeliverySign;
import hearth.desktop.fx.Tone;
import hearth.desktop.richtext.TextSelection;
import hearth.desktop.text.ActionText;
import hearth.desktop.text.DisplayText;
import hearth.protocol.Content;
import hearth.protocol.UserId;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What all rows have in common: a day and a divider where they are due, the author, the bubble
/// around a [RowBody] chosen by content, a place beside it for the toolbar, and reactions and
/// failures under it. Confined to the FX thread.
final class RowFrame extends Region implements RowCell<TimelineItem> {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass ERASED = PseudoClass.getPseudoClass("erased");
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
  private static final double INSET = 24;
  private static final double IN_GROUP = 3;
  private static final double BETWEEN_GROUPS = 12;
  private static final double AUTHOR = 24;

  /// Room for the toolbar beside a bubble: of all its buttons, and of one where there is no more.
  private static final double TOOLBAR = 126;

  private static final double NARROW_TOOLBAR = 40;
  private static final double NARROW = 480;

  /// The scroll bar stands at the right of every row, within the inset there.
  private static final double BAR = 10;

  private final DisplayText display;
  private final ActionText words;
  private final TimelineViewModel model;
  private final MessageActions actions;
  private final Events events;
  private final Part<RowFlash> flash = Part.first(getChildren(), RowFlash::new);
  private final Part<RowHead> head;
  private final Part<NoteBody> notice = Part.last(getChildren(), () -> new NoteBody("notice"));
  private final Part<RowAuthor> author = Part.last(getChildren(), RowAuthor::new);
  private final Bubble bubble;
  private final RowFoot foot;
  private final TextBody text;
  private @Nullable NoteBody note;
  private @Nullable Node beside;
  private @Nullable TimelineItem item;
  private @Nullable BrokenRow broken;
  private boolean mine;

  RowFrame(TimelineViewModel model, MessageActions actions, Events events) {
    this.display = model.display();
    this.words = new ActionText(display);
    this.model = model;
    this.actions = actions;
    this.events = events;
    getStyleClass().add("row-frame");
    text = new TextBody(model.unfolded(), display::mention, events.marking(this), actions::open);
    bubble =
        new Bubble(
            () -> new QuoteBlock(display, events::jump),
            text,
            new MessageMeta(() -> events.versions(this), () -> events.people(this)));
    getChildren().add(bubble);
    head = Part.last(getChildren(), () -> new RowHead(() -> actions.chooseDay(row())));
    foot = new RowFoot(getChildren(), actions, this::newReactions);
    setOnMouseEntered(move -> events.pointed(this, true));
    setOnMouseExited(move -> events.pointed(this, false));
    setOnContextMenuRequested(
        request -> {
          if (bubble.isVisible()) {
            events.menu(this, request.getScreenX(), request.getScreenY());
            request.consume();
          }
        });
  }

  private ReactionChips newReactions() {
    return new ReactionChips(
        display, emoji -> actions.toggle(row(), emoji), () -> events.react(this));
  }

  /// The words of a message; those of another row where this one has none.
  TextBody words() {
    return text;
  }

  @Override
  public Region node() {
    return this;
  }

  /// The row that is shown now.
  TimelineRow row() {
    return Objects.requireNonNull(item).row();
  }

  RowBody body() {
    return bubble.body();
  }

  Bubble bubble() {
    return bubble;
  }

  /// The reactions under the message; null where there are none.
  @Nullable ReactionChips reactions() {
    return foot.reactions();
  }

  /// Points one of the reactions out for the keyboard, negative for none, and tells which it is.
  int choose(int reaction) {
    ReactionChips shown = foot.reactions();
    return shown == null ? -1 : shown.choose(reaction);
  }

  /// Whether there is room for one button only beside the bubble.
  boolean isNarrow() {
    return getWidth() < NARROW;
  }

  /// Where the bubble is on the screen.
  Bounds anchor() {
    return bubble.localToScreen(bubble.getBoundsInLocal());
  }

  /// Puts something beside the bubble; null for nothing.
  void setBeside(@Nullable Node now) {
    if (broken != null) {
      return;
    }
    if (beside != null) {
      getChildren().remove(beside);
    }
    beside = now;
    if (now != null) {
      getChildren().add(now);
    }
    requestLayout();
  }

  /// Points the row out until [#endFlash].
  ///
  /// @param fading whether the tint fades meanwhile
  void flash(boolean fading) {
    flash.show().begin(fading);
  }

  void endFlash() {
    RowFlash shown = flash.shown();
    if (shown != null) {
      shown.end();
      flash.hide();
    }
  }

  @Override
  public void setCurrent(boolean current) {
    pseudoClassStateChanged(CURRENT, current);
    var _ = choose(-1);
    if (current) {
      events.current(this);
    }
  }

  /// Whether the row is one of several that are chosen together.
  void setChosen(boolean chosen) {
    pseudoClassStateChanged(CHOSEN, chosen);
  }

  @Override
  public boolean isReusable() {
    return broken == null;
  }

  @Override
  public boolean suits(TimelineItem now) {
    TimelineRow row = now.row();
    return (row.content() != null) == bubble.isVisible() && display.isMe(authorOf(row)) == mine;
  }

  @Override
  public void show(TimelineItem now) {
    item = now;
    try {
      showRow(now);
      events.shown(this);
    } catch (RuntimeException bug) {
      breakDown(now.row(), bug);
    }
  }

  /// Shows a placeholder from now on: JavaFX does not lay out a second time what once failed.
  private BrokenRow breakDown(TimelineRow row, RuntimeException bug) {
    BrokenRow instead = new BrokenRow(row);
    broken = instead;
    beside = null;
    bubble.setVisible(false);
    getChildren().setAll(instead);
    events.broken(row, bug);
    return instead;
  }

  private void showRow(TimelineItem now) {
    TimelineRow row = now.row();
    setBeside(null);
    endFlash();
    if (RowHead.isEmpty(now)) {
      head.hide();
    } else {
      head.show().show(now);
    }
    UserId by = authorOf(row);
    mine = display.isMe(by);
    bubble.showQuote(row.quote());
    foot.show(row, mine);
    switch (row.content()) {
      case null -> notice.show().say(words.notice(by, row.action()));
      case Content.Text(String written) -> bubble.show(text.say(written));
      case Content.Erased erased -> bubble.show(note().say(words.preview(erased)));
      case Content.Unknown unknown -> bubble.show(note().say(words.preview(unknown)));
    }
    bubble.showOrigin(words.origin(row.action()));
    showParts(row.content() != null, now.groupStart(), by);
    bubble.pseudoClassStateChanged(OWN, mine);
    bubble.pseudoClassStateChanged(ERASED, row.content() instanceof Content.Erased);
    bubble.pseudoClassStateChanged(FAILED, foot.isFailed());
    bubble.meta().show(actions.hasVersions(row), display.times().clock(row.at()), sign(row));
    setAccessibleText(words.spoken(row, by));
    requestLayout();
  }

  private UserId authorOf(TimelineRow row) {
    return model.author(row);
  }

  private NoteBody note() {
    note = Objects.requireNonNullElseGet(note, () -> new NoteBody("message-note"));
    return note;
  }

  private void showParts(boolean message, boolean groupStart, UserId by) {
    if (message) {
      notice.hide();
    }
    bubble.setVisible(message);
    if (message && groupStart && !mine) {
      author.show().show(display.name(by), Tone.of(by, display));
    } else {
      author.hide();
    }
  }

  /// Shows again how far the message has come.
  void showStage() {
    if (item != null && mine && bubble.isVisible()) {
      bubble.meta().show(sign(item.row()));
    }
  }

  private DeliverySign sign(TimelineRow row) {
    return mine ? model.receipts().sign(row) : DeliverySign.NONE;
  }

  @Override
  protected double computePrefHeight(double width) {
    return guarded(width, false);
  }

  @Override
  protected void layoutChildren() {
    RowFlash shown = flash.shown();
    if (shown != null) {
      shown.resizeRelocate(0, 0, getWidth(), getHeight());
    }
    guarded(getWidth(), true);
  }

  /// Places the parts, and lays out what is in them: an exception that got further up would keep
  /// the whole window from ever being laid out again.
  private double guarded(double width, boolean moving) {
    TimelineItem now = item;
    if (now == null) {
      return 0;
    }
    BrokenRow instead = broken;
    if (instead == null) {
      try {
        double height = place(now, width, moving);
        if (moving) {
          getChildren().stream()
              .filter(Parent.class::isInstance)
              .map(Parent.class::cast)
              .forEach(Parent::layout);
        }
        return height;
      } catch (RuntimeException bug) {
        instead = breakDown(now.row(), bug);
      }
    }
    return instead.place(width, moving);
  }

  /// Puts the parts below each other and returns the height of all.
  private double place(TimelineItem item, double width, boolean moving) {
    RowHead above = head.shown();
    double y = above == null ? 0 : above.prefHeight(width);
    if (above != null && moving) {
      above.resizeRelocate(0, 0, width, y);
    }
    return bubble.isVisible()
        ? placeMessage(item, y, width, moving)
        : placeNotice(y + BETWEEN_GROUPS, width, moving);
  }

  private double placeNotice(double y, double width, boolean moving) {
    NoteBody sentence = notice.show();
    RowBody.Extent extent = sentence.wrap(Math.max(0, width - 2 * INSET));
    if (moving) {
      double x = snapPositionX((width - extent.width()) / 2);
      sentence.resizeRelocate(x, y, extent.width(), extent.height());
    }
    return y + extent.height();
  }

  private double placeMessage(TimelineItem now, double above, double width, boolean moving) {
    double y = above + (now.groupStart() ? BETWEEN_GROUPS : IN_GROUP);
    boolean narrow = width < NARROW;
    double left = INSET + RowAuthor.AVATAR + (narrow ? 0 : 10);
    double right = narrow ? INSET - 8 : INSET - BAR;
    RowAuthor name = author.shown();
    if (name != null) {
      if (moving) {
        name.place(left, narrow ? 8 : 10, y, Math.max(0, width - left - INSET));
      }
      y += AUTHOR;
    }
    double toolbar = narrow ? NARROW_TOOLBAR : TOOLBAR;
    Bubble.Shape shape = bubble.shape(width - right - (mine ? INSET : left) - toolbar);
    double x = snapPositionX(mine ? width - right - shape.width() : left);
    if (moving) {
      bubble.resizeRelocate(x, y, shape.width(), shape.height());
      placeBeside(x, y, shape.width());
    }
    y += shape.height();
    RowFoot.Side side =
        mine
            ? new RowFoot.Side(width - right, width - right - INSET, toolbar, true)
            : new RowFoot.Side(left, width - right - left, 0, false);
    return foot.place(y, side, moving);
  }

  private void placeBeside(double x, double y, double width) {
    if (beside instanceof Region region) {
      double wide = Math.ceil(region.prefWidth(-1));
      double high = Math.ceil(region.prefHeight(-1));
      double at = mine ? x - wide - 6 : x + width + 6;
      region.resizeRelocate(snapPositionX(at), y + 2, wide, high);
    }
  }

  /// What happens on a row. Called on the FX thread.
  interface Events {
    /// What marks the text of a row, which may not be shown yet.
    TextSelection.Mouse marking(RowFrame frame);

    /// A row is shown where another one was.
    void shown(RowFrame frame);

    /// The keyboard is at this row.
    void current(RowFrame frame);

    /// A row cannot be drawn.
    void broken(TimelineRow row, RuntimeException bug);

    /// The mouse comes to a row or leaves it.
    void pointed(RowFrame frame, boolean there);

    void menu(RowFrame frame, double screenX, double screenY);

    void versions(RowFrame frame);

    void people(RowFrame frame);

    void react(RowFrame frame);

    /// Goes to the message with a seq.
    void jump(long seq);
  }
}
