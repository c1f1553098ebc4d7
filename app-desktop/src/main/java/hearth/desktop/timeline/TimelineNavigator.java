package hearth.desktop.timeline;

import hearth.client.model.Timelines;
import hearth.desktop.session.ServerViewModel;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/// The way to a message, a time or an end of the open chat, whether its rows are at hand or not,
/// and the way back. Confined to the FX thread.
public final class TimelineNavigator {
  /// Stands for the end of the chat where a seq is expected.
  private static final long END = 0;

  private static final long NOWHERE = -1;

  private final ServerViewModel server;
  private final DecoratedRows rows;
  private final Supplier<OpenChat> open;
  private final ReadOnlyBooleanProperty loaded;
  private final ReadOnlyLongWrapper back = new ReadOnlyLongWrapper(NOWHERE);
  private @Nullable Jumps jumps;

  /// Goes nowhere yet.
  ///
  /// @param open the chat whose rows these are, or will be
  /// @param loaded whether they have come
  TimelineNavigator(
      ServerViewModel server,
      DecoratedRows rows,
      Supplier<OpenChat> open,
      ReadOnlyBooleanProperty loaded) {
    this.server = server;
    this.rows = rows;
    this.open = open;
    this.loaded = loaded;
  }

  /// Where a jump came from and the way back leads to: a seq, 0 for the end of the chat, negative
  /// for nowhere.
  public ReadOnlyLongProperty backProperty() {
    return back.getReadOnlyProperty();
  }

  public boolean mayGoBack() {
    return back.get() != NOWHERE;
  }

  /// Another chat is opened, from which no way leads back.
  void forget() {
    back.set(NOWHERE);
  }

  /// Sets who is told of jumps.
  public void onJump(Jumps told) {
    jumps = told;
  }

  /// Goes to a message, wherever in the chat it is.
  ///
  /// @param from the row that is in sight now, to which the way back leads
  public void jump(long seq, int from) {
    long origin = isAtEnd(from) ? END : rows.seqs().at(from);
    go(seq, origin);
  }

  /// Brings a message into sight, without a way back.
  void show(long seq) {
    go(seq, NOWHERE);
  }

  /// Goes back to where the last jump came from.
  public void goBack() {
    long to = back.get();
    back.set(NOWHERE);
    if (to == END) {
      toEnd();
    } else if (to > 0) {
      go(to, NOWHERE);
    }
  }

  /// The end is in sight: a person who came from there is back.
  public void atEnd() {
    if (back.get() == END) {
      back.set(NOWHERE);
    }
  }

  /// Goes to the end of the chat, over what is unread.
  public void toEnd() {
    OpenChat chat = open.get();
    back.set(NOWHERE);
    chat.unread().pass();
    if (loaded.get() && chat.reachesEnd()) {
      jumped(last(), false);
      chat.pages().atEnd();
    } else {
      chat.seeks().to(Timelines.END);
    }
  }

  /// Goes to the first row of the chat.
  void toStart() {
    OpenChat chat = open.get();
    back.set(NOWHERE);
    if (chat.pages().reach().first()) {
      to(0);
    } else {
      chat.seeks().to(1);
    }
  }

  /// Goes to the first row of a time or later, wherever in the chat that is.
  void goTo(Instant at, Runnable found, Consumer<Throwable> refused) {
    OpenChat asked = open.get();
    server.whenDone(
        server.client().lookups().find(asked.id(), at),
        seq -> {
          found.run();
          if (asked.equals(open.get())) {
            goToPlace(seq);
          }
        },
        refused);
  }

  private void goToPlace(long seq) {
    if (seq > open.get().unread().head()) {
      toEnd();
    } else {
      open.get().seeks().to(seq);
    }
  }

  /// Goes to a message; pointing it out only where there is a way back from it.
  private void go(long seq, long origin) {
    int index = rows.seqs().indexOf(seq);
    if (index >= 0) {
      jumped(index, origin != NOWHERE);
      back.set(origin);
      return;
    }
    OpenChat asked = open.get();
    asked.seeks().next(origin == NOWHERE ? Seeks.Going.TO_ROW : Seeks.Going.TO_MESSAGE);
    server.whenDone(
        server.client().jump(asked.id(), seq),
        found -> arrived(asked, found, origin),
        failure -> arrived(asked, false, origin));
  }

  private void arrived(OpenChat asked, boolean found, long origin) {
    if (!asked.equals(open.get())) {
      return; // another chat has been opened since
    }
    if (found) {
      back.set(origin);
    } else {
      missing();
    }
  }

  /// Rows have come for which one went somewhere.
  ///
  /// @param index the row among them that is meant; negative for none
  void come(Seeks.Going how, int index) {
    switch (how) {
      case TO_UNREAD -> toUnread(index);
      case TO_END -> jumped(last(), false);
      case TO_PLACE -> to(index);
      case TO_ROW -> jumped(index, false);
      case TO_MESSAGE -> jumped(index, true);
    }
  }

  private void toUnread(int index) {
    if (index >= 0) {
      to(index);
    } else {
      jumped(last(), false);
    }
  }

  private void to(int index) {
    if (jumps != null) {
      jumps.placed(index);
    }
  }

  private void jumped(int index, boolean flash) {
    if (jumps != null) {
      jumps.jumped(index, flash);
    }
  }

  private void missing() {
    back.set(NOWHERE);
    if (jumps != null) {
      jumps.missing();
    }
  }

  private int last() {
    return rows.rows().size() - 1;
  }

  private boolean isAtEnd(int index) {
    return open.get().reachesEnd() && index >= last();
  }

  /// Who is told of jumps.
  public interface Jumps {
    /// The row at this index is to come into sight.
    ///
    /// @param flash whether it is to be pointed out
    void jumped(int index, boolean flash);

    /// The row at this index is to be at the top.
    void placed(int index);

    /// The message that a jump was to cannot be had now.
    void missing();
  }
}
