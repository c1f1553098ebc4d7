package hearth.server.store.sqlite;

import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.UserId;

/// Finds who a person is in a chat, where it is read: themselves, or in a masked chat their alias.
/// Confined to the thread that holds the connection.
final class Masks {
  private final Tables tables;

  Masks(Tables tables) {
    this.tables = tables;
  }

  /// Who a person is in a chat.
  ///
  /// @throws FaultException `CHAT_UNKNOWN` for who is not in it
  UserId member(ChatId chat, UserId person) {
    if (tables.members().role(chat, person).isPresent()) {
      return person;
    }
    return tables
        .aliases()
        .of(chat, person)
        .filter(alias -> tables.members().role(chat, alias).isPresent())
        .orElseThrow(() -> new FaultException(Fault.CHAT_UNKNOWN));
  }
}
