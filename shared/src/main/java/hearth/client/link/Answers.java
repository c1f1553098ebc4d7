package hearth.client.link;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Entry;
import hearth.protocol.Page;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.Row;
import java.util.List;

/// Which answers a request can have: of its kind, about its chat, and a step forward. Pure.
final class Answers {
  private Answers() {}

  /// Whether a server of this protocol can answer so. An answer of a newer version always may be.
  static boolean fits(Request request, Response response) {
    if (response instanceof Response.Unknown) {
      return true;
    }
    return switch (request) {
      case Request.Hello _ -> response instanceof Response.Welcome;
      case Request.Join _, Request.LinkDevice _ -> response instanceof Response.Joined;
      case Request.CreateDeviceCode _ -> response instanceof Response.DeviceCodeCreated;
      case Request.ListDevices _ -> response instanceof Response.Devices;
      case Request.Resume _ -> response instanceof Response.Resumed;
      case Request.FetchOverview _ -> response instanceof Response.Overview;
      case Request.Append(var _, var _, Action.Personal _) -> response instanceof Response.Done;
      case Request.Append append ->
          response instanceof Response.Appended appended && appended.chat().equals(append.chat());
      case Request.OpenDirect _, Request.CreateGroup _ -> response instanceof Response.ChatOpened;
      case Request.FindTime asked ->
          response instanceof Response.Place place && place.chat().equals(asked.chat());
      case Request.ListChannels _ -> response instanceof Response.Channels;
      case Request.CatchUp asked -> catchesUp(asked, response);
      case Request.FetchHistory asked ->
          response instanceof Response.History(Page page)
              && isOf(asked.chat(), page)
              && isOnSide(asked, page);
      case Request.FetchVersions asked ->
          response instanceof Response.Versions versions
              && versions.chat().equals(asked.chat())
              && versions.seq() == asked.seq();
      case Request.FetchReceipts asked ->
          response instanceof Response.Receipts receipts
              && receipts.chat().equals(asked.chat())
              && receipts.seq() == asked.seq();
      case Request.CountUnread asked ->
          response instanceof Response.Unread unread
              && unread.chat().equals(asked.chat())
              && unread.after() == asked.after();
      case Request.DeleteChat _,
          Request.DeleteUser _,
          Request.RemoveDevice _,
          Request.SetName _,
          Request.SetStatus _,
          Request.SetQuiet _,
          Request.SetHidden _,
          Request.SetBlocked _,
          Request.MarkRead _,
          Request.MarkDelivered _,
          Request.ShowSign _,
          Request.SetAway _ ->
          response instanceof Response.Done;
    };
  }

  private static boolean catchesUp(Request.CatchUp asked, Response response) {
    if (response instanceof Response.Resync(Page page)) {
      return isOf(asked.chat(), page);
    }
    return response instanceof Response.Entries(ChatId chat, List<Entry> entries, boolean _)
        && chat.equals(asked.chat())
        && followEachOther(chat, asked.after(), entries);
  }

  private static boolean followEachOther(ChatId chat, long after, List<Entry> entries) {
    long last = after;
    for (Entry entry : entries) {
      if (!entry.chat().equals(chat) || entry.seq() != last + 1) {
        return false;
      }
      last = entry.seq();
    }
    return true;
  }

  private static boolean isOf(ChatId chat, Page page) {
    return page.chat().equals(chat)
        && page.rows().stream().map(Row::chat).allMatch(chat::equals)
        && page.quoted().stream().map(Row::chat).allMatch(chat::equals);
  }

  /// Rows on the way to the beginning end there or hold something, else there would be no end.
  private static boolean isOnSide(Request.FetchHistory asked, Page page) {
    return switch (asked.side()) {
      case BEFORE ->
          page.to() < Math.max(1, asked.seq()) && (page.from() == 1 || !page.rows().isEmpty());
      case AFTER -> page.from() <= asked.seq() + 1;
      case AROUND, UNKNOWN -> true;
    };
  }
}
