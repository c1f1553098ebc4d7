package hearth.server.limit;

import hearth.protocol.Request;

/// Requests that are counted together.
public enum Kind {
  /// What is kept for ever: messages, chats and their rules.
  WRITING,
  /// Signs that somebody writes.
  TYPING,
  /// New people.
  JOINING,
  /// Reading the log.
  HISTORY,
  /// All the rest: coming back, markers, being away.
  OTHER;

  /// What a request counts as.
  public static Kind of(Request request) {
    return switch (request) {
      case Request.PostMessage _,
          Request.OpenDirect _,
          Request.CreateGroup _,
          Request.SetSlowMode _ ->
          WRITING;
      case Request.ReportTyping _ -> TYPING;
      case Request.Join _ -> JOINING;
      case Request.CatchUp _, Request.FetchOlder _ -> HISTORY;
      case Request.Hello _,
          Request.Resume _,
          Request.MarkRead _,
          Request.MarkDelivered _,
          Request.SetAway _ ->
          OTHER;
    };
  }
}
