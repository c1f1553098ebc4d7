-- A client's profile of one server of schema 2, with texts and names of invisible characters.
-- Tests open it to prove that old data stays readable. Never edit.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES('address','ws://127.0.0.1:34189');
INSERT INTO meta VALUES('epoch','0260d303-3ca6-4fb1-9850-145a77f7f947');
INSERT INTO meta VALUES('me','11');
INSERT INTO meta VALUES('name','Boㅤ');
INSERT INTO meta VALUES('server','3008ed0ae36022c3fc58d7665718395d90e0ed6eeeb83c8b6236383f2b69d416');
INSERT INTO meta VALUES('serverName','Workshop');
INSERT INTO meta VALUES('token','Vw6jWoPQEkWRLNFQLMYmDHNJkPyCi7rrlZ9VH8_JuJ0');
CREATE TABLE draft(chat INTEGER PRIMARY KEY, text TEXT NOT NULL);
INSERT INTO draft VALUES(1,'half aㅤsentence');
CREATE TABLE user(id INTEGER PRIMARY KEY, json TEXT NOT NULL);
INSERT INTO user VALUES(1,'{"id":1,"name":"Mira Novak","presence":"offline","lastSeen":1796000388031}');
INSERT INTO user VALUES(2,'{"id":2,"name":"Ann","presence":"offline","lastSeen":1796000395950}');
INSERT INTO user VALUES(3,'{"id":3,"name":"Ann‍","presence":"offline","lastSeen":1796000403869}');
INSERT INTO user VALUES(4,'{"id":4,"name":"Аnn","presence":"offline","lastSeen":1796000411788}');
INSERT INTO user VALUES(5,'{"id":5,"name":"ㅤ","presence":"offline","lastSeen":1796000419707}');
INSERT INTO user VALUES(6,'{"id":6,"name":"⠀","presence":"offline","lastSeen":1796000427626}');
INSERT INTO user VALUES(7,'{"id":7,"name":"Al","presence":"offline","lastSeen":1796000451383}');
INSERT INTO user VALUES(8,'{"id":8,"name":"A1","presence":"offline","lastSeen":1796000435545}');
INSERT INTO user VALUES(9,'{"id":9,"name":"می‌خواهم","presence":"offline","lastSeen":1796000443464}');
INSERT INTO user VALUES(10,'{"id":10,"name":"👩‍👩‍👧","presence":"offline","lastSeen":1796000459302}');
INSERT INTO user VALUES(11,'{"id":11,"name":"Boㅤ","presence":"online"}');
CREATE TABLE row(
  chat INTEGER NOT NULL, seq INTEGER NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY(chat, seq)) WITHOUT ROWID;
INSERT INTO "row" VALUES(1,1,'{"entry":{"chat":1,"seq":1,"at":1796000023757,"author":1,"action":{"type":"addMembers","members":[1]}},"changed":1}');
INSERT INTO "row" VALUES(1,2,'{"entry":{"chat":1,"seq":2,"at":1796000039595,"author":2,"action":{"type":"addMembers","members":[2]}},"changed":2}');
INSERT INTO "row" VALUES(1,3,'{"entry":{"chat":1,"seq":3,"at":1796000055433,"author":3,"action":{"type":"addMembers","members":[3]}},"changed":3}');
INSERT INTO "row" VALUES(1,4,'{"entry":{"chat":1,"seq":4,"at":1796000071271,"author":4,"action":{"type":"addMembers","members":[4]}},"changed":4}');
INSERT INTO "row" VALUES(1,5,'{"entry":{"chat":1,"seq":5,"at":1796000087109,"author":5,"action":{"type":"addMembers","members":[5]}},"changed":5}');
INSERT INTO "row" VALUES(1,6,'{"entry":{"chat":1,"seq":6,"at":1796000102947,"author":6,"action":{"type":"addMembers","members":[6]}},"changed":6}');
INSERT INTO "row" VALUES(1,7,'{"entry":{"chat":1,"seq":7,"at":1796000118785,"author":7,"action":{"type":"addMembers","members":[7]}},"changed":7}');
INSERT INTO "row" VALUES(1,8,'{"entry":{"chat":1,"seq":8,"at":1796000134623,"author":8,"action":{"type":"addMembers","members":[8]}},"changed":8}');
INSERT INTO "row" VALUES(1,9,'{"entry":{"chat":1,"seq":9,"at":1796000150461,"author":9,"action":{"type":"addMembers","members":[9]}},"changed":9}');
INSERT INTO "row" VALUES(1,10,'{"entry":{"chat":1,"seq":10,"at":1796000166299,"author":10,"action":{"type":"addMembers","members":[10]}},"changed":10}');
INSERT INTO "row" VALUES(1,11,'{"entry":{"chat":1,"seq":11,"at":1796000174218,"author":1,"sendId":"01a2148f-f339-79ff-a360-a97a0dac6d24","action":{"type":"post","content":{"type":"text","text":"Good morning 🌅"}}},"changed":19,"editedAt":1796000229651,"reactions":[{"emoji":"👍","users":[3,2]}]}');
INSERT INTO "row" VALUES(1,12,'{"entry":{"chat":1,"seq":12,"at":1796000182137,"author":2,"sendId":"01a2148f-f345-7bd6-84c8-437532b0443b","action":{"type":"post","content":{"type":"text","text":"Morning!"},"replyTo":11}},"changed":12}');
INSERT INTO "row" VALUES(1,16,'{"entry":{"chat":1,"seq":16,"at":1796000237570,"author":3,"sendId":"01a2148f-f37b-78f0-a2fe-a9d9a081906a","action":{"type":"post","content":{"type":"erased"}}},"changed":18}');
INSERT INTO "row" VALUES(1,20,'{"entry":{"chat":1,"seq":20,"at":1796000293003,"author":1,"sendId":"01a2148f-f39f-753a-a074-c4e5534b72c1","action":{"type":"setSlowMode","seconds":10}},"changed":20}');
INSERT INTO "row" VALUES(1,21,'{"entry":{"chat":1,"seq":21,"at":1796000300922,"author":5,"sendId":"01a2148f-f3a9-7261-a73d-bf5e0cd9b4f4","action":{"type":"post","content":{"type":"text","text":"ㅤ who am I"}}},"changed":21}');
INSERT INTO "row" VALUES(1,22,'{"entry":{"chat":1,"seq":22,"at":1796000475140,"author":11,"action":{"type":"addMembers","members":[11]}},"changed":22}');
INSERT INTO "row" VALUES(1,23,'{"entry":{"chat":1,"seq":23,"at":1796000490978,"author":11,"sendId":"01a2148f-f4cd-7ba5-bc31-528da1820d05","action":{"type":"post","content":{"type":"text","text":"hello from Bo"}}},"changed":23}');
CREATE TABLE window(
  chat INTEGER PRIMARY KEY, low INTEGER NOT NULL, high INTEGER NOT NULL,
  at INTEGER, stale INTEGER NOT NULL);
INSERT INTO "window" VALUES(1,1,23,1796000490978,0);
CREATE TABLE overview(id INTEGER PRIMARY KEY, json TEXT NOT NULL);
INSERT INTO overview VALUES(1,'{"chat":{"id":1,"kind":"lobby","title":"Lobby","members":[1,2,3,4,5,6,7,8,9,10,11],"roles":[{"user":1,"role":"owner"}],"settings":{"slowModeSeconds":10,"pins":[11]}},"head":23,"activeAt":1796000490978,"last":{"entry":{"chat":1,"seq":23,"at":1796000490978,"author":11,"sendId":"01a2148f-f4cd-7ba5-bc31-528da1820d05","action":{"type":"post","content":{"type":"text","text":"hello from Bo"}}},"changed":23},"markers":{"floor":1,"listed":[{"user":2,"delivered":2,"read":2},{"user":3,"delivered":14,"read":14},{"user":4,"delivered":4,"read":4},{"user":5,"delivered":5,"read":5},{"user":6,"delivered":6,"read":6},{"user":7,"delivered":7,"read":7},{"user":8,"delivered":8,"read":8},{"user":9,"delivered":9,"read":9},{"user":10,"delivered":10,"read":10},{"user":11,"delivered":23,"read":22}]}}');
CREATE TABLE action(
  place INTEGER PRIMARY KEY AUTOINCREMENT, send_id TEXT NOT NULL UNIQUE,
  chat INTEGER NOT NULL, at INTEGER NOT NULL, json TEXT NOT NULL,
  fault INTEGER NOT NULL);
INSERT INTO "action" VALUES(2,'01a2148f-f50f-7d20-bf54-1099cab3938f',1,1795641308431,'{"type":"post","content":{"type":"text","text":"ㅤ"}}',0);
INSERT INTO "action" VALUES(3,'01a2148f-f510-7af6-8623-6336577495f9',1,1795641308433,'{"type":"react","target":11,"emoji":"❤️"}',0);
CREATE TABLE unknown_entry(
  chat INTEGER NOT NULL, seq INTEGER NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY(chat, seq)) WITHOUT ROWID;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('action',3);
COMMIT;
PRAGMA user_version = 2;
