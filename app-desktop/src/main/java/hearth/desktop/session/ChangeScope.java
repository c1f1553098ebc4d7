package hearth.desktop.session;

import hearth.client.model.Change;

/// How much of what is known of a server a change may make another.
enum ChangeScope {
  /// The rows of one timeline, or a single action.
  TIMELINE,
  /// Some chats.
  CHATS,
  /// What all chats have in common.
  SERVER;

  static ChangeScope of(Change change) {
    return switch (change) {
      case Change.TimelineReset _,
          Change.TimelineSpliced _,
          Change.ReachChanged _,
          Change.ActionRefused _ ->
          TIMELINE;
      case Change.ChatsChanged _, Change.ChatsRemoved _ -> CHATS;
      case Change.ServerKnown _,
          Change.OwnSettingsChanged _,
          Change.ConnectionChanged _,
          Change.PeopleChanged _,
          Change.LogsReplaced _,
          Change.StoreReplaced _,
          Change.StoreFailed _ ->
          SERVER;
    };
  }
}
