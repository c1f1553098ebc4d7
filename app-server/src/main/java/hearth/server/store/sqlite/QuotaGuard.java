package hearth.server.store.sqlite;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.UserId;
import hearth.server.policy.ClientNetwork;
import hearth.server.policy.Quotas;
import java.time.Instant;

/// What is taken of the server's quotas, and the refusal of more. Who asks writes in the same
/// transaction, so no two take the last place. Confined to the commit thread.
final class QuotaGuard {
  private final Quotas quotas;
  private final Tables tables;
  private final TransactionalCount people;
  private final TransactionalCount chats;
  private final TransactionalCount memberships;

  /// Counts what is on disk.
  QuotaGuard(Quotas quotas, Tables tables) {
    this.quotas = quotas;
    this.tables = tables;
    people = new TransactionalCount(tables.users().count());
    chats = new TransactionalCount(tables.chats().count());
    memberships = new TransactionalCount(tables.members().count());
  }

  /// @throws FaultException `PEOPLE_TOO_MANY`, `JOINS_TOO_MANY`
  void needRoomForPerson(ClientNetwork from, Instant now) {
    if (people.get() >= quotas.people()) {
      throw new FaultException(Fault.PEOPLE_TOO_MANY);
    }
    if (quotas.joinsOfNetwork() < Integer.MAX_VALUE
        && tables.joins().of(from, now) >= quotas.joinsOfNetwork()) {
      throw new FaultException(Fault.JOINS_TOO_MANY);
    }
  }

  /// Somebody has joined, and with that the lobby.
  void joined(ClientNetwork from, Instant now) {
    tables.joins().add(from, now);
    people.add(1);
    memberships.add(1);
  }

  /// @throws FaultException `OWN_CHATS_TOO_MANY`, `CHATS_TOO_MANY`
  void needRoomForChat(UserId maker, int members) {
    if (tables.chats().countOf(maker) >= quotas.chatsOfPerson()) {
      throw new FaultException(Fault.OWN_CHATS_TOO_MANY);
    }
    if (chats.get() >= quotas.chats()) {
      throw new FaultException(Fault.CHATS_TOO_MANY);
    }
    needRoomForMembers(members);
  }

  /// @throws FaultException `CHATS_TOO_MANY`
  void needRoomForMembers(int more) {
    if (memberships.get() + more > quotas.memberships()) {
      throw new FaultException(Fault.CHATS_TOO_MANY);
    }
  }

  void chatMade(int members) {
    chats.add(1);
    memberships.add(members);
  }

  void membersAdded(int more) {
    memberships.add(more);
  }

  void memberRemoved() {
    memberships.add(-1);
  }

  void chatDeleted(int members) {
    chats.add(-1);
    memberships.add(-members);
  }

  void personRemoved() {
    people.add(-1);
  }

  void commit() {
    people.commit();
    chats.commit();
    memberships.commit();
  }

  void rollBack() {
    people.rollBack();
    chats.rollBack();
    memberships.rollBack();
  }
}
