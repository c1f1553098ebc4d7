package hearth.client.model;

import hearth.client.store.LocalStore;
import hearth.client.store.LogWindow;
import hearth.protocol.ChatId;
import hearth.protocol.Page;
import hearth.protocol.Row;
import java.util.List;
import java.util.Optional;

/// Takes pages of history into the store and into open timelines. Confined to the client thread.
public final class HistoryFold {
  private final LocalStore store;
  private final Timelines timelines;
  private final PagesInFlight pages;

  HistoryFold(LocalStore store, Timelines timelines, PagesInFlight pages) {
    this.store = store;
    this.timelines = timelines;
    this.pages = pages;
  }

  /// A page of a chat was asked for. Entries that come before it are folded into it.
  public void asked(ChatId chat) {
    pages.asked(chat);
  }

  /// The request for a page has ended, whatever came of it.
  public void ended(ChatId chat) {
    pages.ended(chat);
  }

  /// Takes a page that continues an open timeline. It is kept where it continues what the device
  /// holds backwards.
  ///
  /// @return whether the timeline reaches further now
  public boolean extend(ChatState chat, Page arrived) {
    Page page = pages.arrived(arrived);
    LogWindow held = chat.log().window();
    if (held != null && !held.stale() && page.to() == held.from() - 1) {
      store.saveRows(chat.id(), page.rows());
      store.saveWindow(chat.id(), chat.log().reachBack(held, page.from()));
    }
    return timelines.extend(chat.id(), chat.log(), page);
  }

  /// Moves an open timeline to a place of a page.
  ///
  /// @param exactly whether the row itself has to be there, and not one nearby
  /// @return whether the page has it
  public boolean jump(ChatState chat, Page arrived, long seq, boolean exactly) {
    return timelines.jumpToPage(chat.id(), chat.log(), pages.arrived(arrived), seq, exactly);
  }

  /// Moves an open timeline to the place that was sought, if it still is.
  public void found(ChatState chat, Page arrived, long seq) {
    if (timelines.isSought(chat.id(), seq) && !jump(chat, arrived, seq, false)) {
      timelines.notFound(chat);
    }
  }

  /// What was sought cannot be had.
  public void notFound(ChatState chat, long seq) {
    if (timelines.isSought(chat.id(), seq)) {
      timelines.notFound(chat);
    }
  }

  /// Looks for quoted messages on this device.
  ///
  /// @return those that only the server can have
  public List<Long> missingQuotes(ChatId chat) {
    return timelines.missingQuotes(chat);
  }

  /// A page with all entries folded in that came before it.
  public Page arrived(Page page) {
    return pages.arrived(page);
  }

  /// A row that the device holds.
  public Optional<Row> row(ChatId chat, long seq) {
    return store.row(chat, seq);
  }

  /// Takes a page that was asked for because of a quoted message in it, after [#arrived].
  public void quoted(Page page) {
    timelines.quote(page.chat(), page.rows());
  }
}
