package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import hearth.desktop.emoji.EmojiHabits;
import hearth.desktop.fx.FxClock;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.richtext.TextSelection;
import hearth.desktop.text.Messages;
import hearth.protocol.ChatId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The messages of the open chat; another chat's after [#go], in the same cells. Thrown away with
/// [#close].
public final class TimelineView implements RowFrame.Events, TimelineNavigator.Jumps, AutoCloseable {
  private static final double ABOVE_DIVIDER = 0;
  private static final double ABOVE_JUMP = 0.3;
  private static final int NEAR = 12;
  private static final Duration FLASH = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(TimelineView.class);

  private final TimelineViewModel model;
  private final RefusalViewModel refusal;
  private final ObservableValue<Boolean> attentive;
  private final AnchoredList<TimelineItem> list;
  private final MessagePopups popups;
  private final MessageMenu menu;
  private final MessageToolbar toolbar;
  private final EndButtons end;
  private final Label hint = new Label();
  private final StackPane root = new StackPane();
  private final FxClock.Delay flashEnd;
  private final SeenRows seen;
  private Subscription subscriptions = Subscription.EMPTY;
  private @Nullable RowFrame flashed;
  private final Selected selected;
  private final TimelineKeys keys;
  private final Set<Long> broken = new HashSet<>();
  private int removals;
  private @Nullable ScrollPosition resumed;

  /// Shows a timeline that was opened.
  ///
  /// @param attentive whether the person looks at the window
  /// @param habits whose emoji are offered first
  public TimelineView(
      TimelineViewModel model,
      MessageActions actions,
      RefusalViewModel refusal,
      ObservableValue<Boolean> attentive,
      FxClock clock,
      EmojiHabits habits) {
    this.model = model;
    this.refusal = refusal;
    this.attentive = attentive;
    this.list = new AnchoredList<>(model.items(), () -> new RowFrame(model, actions, this));
    this.selected = Selected.none(model, list);
    this.popups = new MessagePopups(actions, model, selected.marked(), habits);
    MessageCommands commands = new MessageCommands(actions, popups);
    this.menu = new MessageMenu(commands, actions::open);
    this.keys = new TimelineKeys(list, model, actions, menu, selected);
    this.toolbar = new MessageToolbar(commands, menu);
    this.flashEnd = clock.delay(FLASH, this::endFlash);
    this.end = new EndButtons(model.navigator()::goBack, model.navigator()::toEnd);
    this.seen = new SeenRows(clock, model::seen);
    list.hold(model::firstUnseen);
    list.setScale(new ChatScale(model, list));
    list.setAccessibleText(Messages.get("timeline.messages"));
    root.getStyleClass().add("timeline");
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    hint.setMouseTransparent(true);
    StackPane.setAlignment(end, Pos.BOTTOM_RIGHT);
    root.getChildren().addAll(list, hint, end);
    list.addEventFilter(KeyEvent.KEY_PRESSED, keys::press);
    list.setOnMousePressed(press -> list.requestFocus());
    model.navigator().onJump(this);
    subscriptions =
        Subscription.combine(
            list.firstProperty().subscribe(first -> look()),
            list.lastProperty().subscribe(last -> look()),
            list.atEndProperty().subscribe(atEnd -> look()),
            list.currentProperty().subscribe(now -> currentMoved()),
            list.focusedProperty().subscribe(now -> currentMoved()),
            attentive.subscribe(now -> look()),
            model.navigator().backProperty().subscribe(now -> showButtons()),
            model.server().revisionProperty().subscribe(now -> refresh()),
            model.loadedProperty().subscribe(this::open));
  }

  public Parent root() {
    return root;
  }

  /// What the keyboard moves.
  public Node focusTarget() {
    return list;
  }

  public void showEnd() {
    model.navigator().toEnd();
  }

  public TimelineViewModel model() {
    return model;
  }

  public AnchoredList<TimelineItem> list() {
    return list;
  }

  MessageMenu menu() {
    return menu;
  }

  /// Shows another chat's messages.
  public void go(ChatId chat) {
    endFlash();
    menu.hide();
    popups.hide();
    seen.forget();
    selected.forget();
    resumed = null;
    broken.clear();
    list.setCurrent(-1);
    model.go(chat);
    list.follow(true);
    list.showEnd();
  }

  private void open(boolean loaded) {
    int unread = loaded ? model.firstUnread() : -1;
    if (loaded && resumed != null) {
      resume(resumed);
    } else if (unread >= 0) {
      list.showAt(unread, ABOVE_DIVIDER);
    }
    look();
  }

  private void resume(ScrollPosition position) {
    if (position.equals(ScrollPosition.END)) {
      resumed = null;
      list.showEnd();
    } else {
      model.navigator().show(position.seq());
    }
  }

  /// Where the view stands now.
  public ScrollPosition position() {
    int first = list.firstProperty().get();
    if (list.atEndProperty().get() || first >= model.items().size()) {
      return ScrollPosition.END;
    }
    TimelineItem item = model.items().get(first);
    long seq = item.row().seq();
    return seq > 0 ? new ScrollPosition(seq, list.topOf(item)) : ScrollPosition.END;
  }

  /// Opens at this position instead of the first unread message.
  public void resumeAt(ScrollPosition position) {
    resumed = position;
    if (model.loadedProperty().get()) {
      resume(position);
    }
  }

  @Override
  public void jumped(int index, boolean flash) {
    list.follow(model.reachesEnd());
    if (index < 0) {
      return;
    }
    ScrollPosition position = resumed;
    resumed = null;
    if (position != null && position.seq() == model.items().get(index).row().seq()) {
      list.showAt(index, position.top());
      return;
    }
    if (index == model.items().size() - 1 && model.reachesEnd()) {
      list.showEnd();
      list.layout(); // so that what comes in this turn finds the person at the end
    } else {
      list.showAt(index, Math.floor(list.getHeight() * ABOVE_JUMP));
    }
    if (flash) {
      list.layout();
      list.setCurrent(index);
      RowFrame frame = frame(index);
      endFlash();
      if (frame != null) {
        frame.flash(!ThemeManager.isMotionReduced());
        flashed = frame;
        flashEnd.restart();
      }
    }
  }

  private void endFlash() {
    if (flashed != null) {
      flashed.endFlash();
      flashed = null;
    }
  }

  @Override
  public void placed(int index) {
    list.follow(model.reachesEnd());
    if (index >= 0) {
      list.showAt(index, 0);
    }
  }

  @Override
  public void missing() {
    if (resumed == null) {
      refusal.say(Messages.get("quote.unavailable"));
    }
    resumed = null;
  }

  /// What is in sight now decides what is read, whether more rows are needed, and the buttons.
  private void look() {
    selected.chosen().show();
    boolean atEnd = list.atEndProperty().get() && model.reachesEnd();
    list.follow(model.reachesEnd());
    model.attend(attentive.getValue() && atEnd);
    int first = list.firstProperty().get();
    int last = list.lastProperty().get();
    if (attentive.getValue() && last >= 0) {
      seen.inSight(model.seqs().from(first), model.seqs().upTo(last));
    } else {
      seen.outOfSight();
    }
    model.at(first, atEnd);
    if (list.firstProperty().get() < NEAR) {
      model.nearStart();
    }
    if (list.lastProperty().get() > model.items().size() - NEAR) {
      model.nearEnd();
    }
    if (atEnd) {
      model.navigator().atEnd();
    }
    showButtons();
  }

  private void showButtons() {
    var item = model.item();
    int unread = item == null ? 0 : item.reading().unread();
    boolean atEnd = list.atEndProperty().get() && model.reachesEnd();
    boolean away = !atEnd && !model.items().isEmpty();
    end.show(model.navigator().mayGoBack(), away, unread);
    hint.setVisible(model.loadedProperty().get() && model.items().isEmpty());
    hint.setText(item == null ? "" : model.display().nothingIn(item.chat()));
  }

  private void refresh() {
    if (removals != model.server().removals()) {
      removals = model.server().removals();
      model.nameAgain();
    }
    list.cells().forEach(cell -> ((RowFrame) cell.node()).showStage());
    look();
  }

  private void currentMoved() {
    selected.chosen().moved();
    keys.moved();
    toolbar.moveTo(list.isFocused() ? frame(list.currentProperty().get()) : null);
  }

  @Override
  public void broken(TimelineRow row, RuntimeException bug) {
    if (broken.add(row.seq())) {
      LOG.error("The row {} of the chat {} cannot be drawn", row.seq(), model.chat(), bug);
    }
  }

  @Override
  public void current(RowFrame frame) {
    if (list.isFocused()) {
      toolbar.moveTo(frame);
      keys.shown(frame);
    }
  }

  private @Nullable RowFrame frame(int index) {
    RowCell<TimelineItem> cell = list.cellAt(index);
    return cell == null ? null : (RowFrame) cell.node();
  }

  @Override
  public TextSelection.Mouse marking(RowFrame frame) {
    return selected.marked().of(frame);
  }

  @Override
  public void shown(RowFrame frame) {
    selected.show(frame);
  }

  @Override
  public void pointed(RowFrame frame, boolean there) {
    if (menu.isShowing() || popups.isShowing()) {
      return;
    }
    if (there) {
      toolbar.moveTo(frame);
    } else if (frame.equals(toolbar.frame())) {
      toolbar.moveTo(null);
    }
  }

  @Override
  public void menu(RowFrame frame, double screenX, double screenY) {
    menu.showAt(target(frame), screenX, screenY);
  }

  @Override
  public void versions(RowFrame frame) {
    popups.versions(target(frame));
  }

  @Override
  public void people(RowFrame frame) {
    popups.people(target(frame));
  }

  @Override
  public void react(RowFrame frame) {
    popups.emoji(target(frame));
  }

  @Override
  public void jump(long seq) {
    model.navigator().jump(seq, list.lastProperty().get());
  }

  /// Goes to the first row of a day or later.
  ///
  /// @param found called when it is known where that is
  /// @param refused gets the reason if that cannot be found
  public void goTo(Instant day, Runnable found, Consumer<Throwable> refused) {
    model.navigator().goTo(day, found, refused);
  }

  private static MessageTarget target(RowFrame frame) {
    return new MessageTarget(frame.row(), frame);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    flashEnd.stop();
    seen.close();
    selected.forget();
    menu.hide();
    popups.hide();
    model.close();
  }
}
