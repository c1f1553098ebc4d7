package hearth.server.chat;

import hearth.protocol.Action;
import hearth.protocol.Entry;
import hearth.protocol.Mask;
import hearth.protocol.Notification.UserChanged;
import hearth.protocol.UserId;
import hearth.server.store.Views;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Publishes what was appended to logs, and adds and removes the subscribers that it adds and
/// removes. Confined to the publishing thread.
final class EntryPublisher {
  private final ChatDirectory directory;

  EntryPublisher(ChatDirectory directory) {
    this.directory = directory;
  }

  /// Publishes an entry.
  ///
  /// @param opened the chat as people see it who were added
  void publish(Entry entry, Views opened) {
    ChatSubscribers subscribers = directory.of(entry.chat());
    opened.of().values().forEach(seen -> introduce(subscribers, seen.mine().mask()));
    subscribers.publish(entry);
    switch (entry.action()) {
      case Action.AddMembers(List<UserId> added) -> {
        subscribers.flush();
        directory.addMembers(subscribers, added, opened);
        directory.tell(opened);
      }
      case Action.RemoveMember(UserId removed) -> {
        subscribers.flush(); // the entry is the last that the removed member hears
        directory.removeMember(subscribers, removed);
        if (subscribers.members().isEmpty()) {
          directory.close(entry.chat());
        }
      }
      case Action.Post _,
          Action.Targeted _,
          Action.SetRole _,
          Action.SetSlowMode _,
          Action.Rename _,
          Action.SetTopic _,
          Action.SetPermission _,
          Action.Personal _,
          Action.Unknown _ -> {}
    }
  }

  /// An alias is told to those alone who share a chat with it.
  private static void introduce(ChatSubscribers subscribers, @Nullable Mask mask) {
    if (mask != null) {
      mask.aliases().stream()
          .filter(alias -> alias.id().equals(mask.as()))
          .forEach(alias -> subscribers.publish(new UserChanged(alias)));
    }
  }
}
