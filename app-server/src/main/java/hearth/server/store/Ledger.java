package hearth.server.store;

import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Event.MembersAdded;
import hearth.protocol.Event.MessagePosted;
import hearth.protocol.Event.SlowModeSet;
import hearth.protocol.Marker;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// All that can be written, one method a change. Each looks before it writes: it either refuses
/// with a `FaultException` and has changed nothing, or does all of its work.
///
/// Confined to the commit thread.
public interface Ledger {

  /// Makes a new person with a first device, and brings them into the lobby.
  ///
  /// @param nameKey the form of the name that must be unique; else `NAME_TAKEN`
  Admission admit(String name, String nameKey, byte[] tokenHash);

  /// Appends a message, or finds the one that this `sendId` made before. `CHAT_UNKNOWN` for who is
  /// not in the chat, `SEND_ID_REUSED` where the id made something else, `RATE_LIMITED` for who is
  /// faster than the chat's slow mode.
  Posting post(UserId author, ChatId chat, SendId sendId, String text);

  /// Makes the chat of two people, or finds it. `USER_UNKNOWN` where one of them is not here.
  Opening openDirect(UserId maker, UserId with);

  /// Makes a group of the maker and others, or finds the one that this `sendId` made before.
  /// `MEMBERS_TOO_FEW`, `USER_UNKNOWN`, `SEND_ID_REUSED`.
  Opening createGroup(UserId maker, SendId sendId, String title, List<UserId> others);

  /// Sets how long members wait from one message to the next. `CHAT_UNKNOWN` for who is not in the
  /// chat, `NOT_ALLOWED` for who does not keep it.
  ///
  /// @return the entry that says so; empty where it was set so already
  Optional<SlowModeSet> setSlowMode(UserId by, ChatId chat, int seconds);

  /// Moves a member's marker forward, never back and never beyond the chat's head. What is read is
  /// delivered too. `CHAT_UNKNOWN` for who is not in the chat.
  Marking mark(ChatId chat, UserId user, long delivered, long read);

  /// Notes when people were last here.
  void noteSeen(Collection<UserId> users, Instant at);

  /// A new person, and the lobby's entry that says so.
  record Admission(Account account, MembersAdded entry) {}

  /// A message in the log.
  ///
  /// @param fresh whether this very write made it; else everybody has been told already
  record Posting(MessagePosted event, boolean fresh) {}

  /// A chat that was asked for.
  sealed interface Opening {
    /// It was made just now, and looks the same to all its members.
    ///
    /// @param entry its log's first entry, if it has one
    record Made(ChatOverview overview, Optional<MembersAdded> entry) implements Opening {}

    /// It was there.
    record Found(ChatId chat) implements Opening {}
  }

  /// Where a marker stands now, and which of its halves moved.
  record Marking(Marker marker, boolean deliveredMoved, boolean readMoved) {}
}
