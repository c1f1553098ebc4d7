package hearth.server.chat;

import hearth.protocol.Action;
import hearth.protocol.ChatOverview;
import hearth.protocol.Entry;
import hearth.protocol.Notification.ChatAppeared;
import hearth.protocol.UserId;
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
  /// @param opened the chat as people see it who were added; null if nobody was
  void publish(Entry entry, @Nullable ChatOverview opened) {
    ChatSubscribers subscribers = directory.of(entry.chat());
    subscribers.publish(entry);
    switch (entry.action()) {
      case Action.AddMembers(List<UserId> added) -> {
        subscribers.flush();
        directory.addMembers(subscribers, added);
        if (opened != null) {
          directory.tell(added, new ChatAppeared(opened));
        }
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
}
