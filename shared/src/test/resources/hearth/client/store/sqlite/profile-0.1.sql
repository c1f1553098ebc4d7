-- A client's profile of one server as version 0.1.0 wrote it (schema 1).
-- Tests open it to prove that old data stays readable. Never edit.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES('address','127.0.0.1:45209');
INSERT INTO meta VALUES('me','1');
INSERT INTO meta VALUES('name','Мира');
INSERT INTO meta VALUES('server','59d356d7991ed84918ec4ef0bbddac25155054c78fa18450f47dade44d10fae3');
INSERT INTO meta VALUES('serverName','Мастерская');
INSERT INTO meta VALUES('token','nWuDX4Ffcl3z2Dv_yYIT4Z48et39faGyhBxtCsgvYjo');
CREATE TABLE person(id INTEGER PRIMARY KEY, frame TEXT NOT NULL);
INSERT INTO person VALUES(1,'{"jsonrpc":"2.0","method":"userJoined","params":{"user":{"id":1,"name":"Мира","presence":"online"}}}');
INSERT INTO person VALUES(2,'{"jsonrpc":"2.0","method":"userJoined","params":{"user":{"id":2,"name":"陈博","presence":"offline","lastSeen":1795161819035}}}');
INSERT INTO person VALUES(3,'{"jsonrpc":"2.0","method":"userJoined","params":{"user":{"id":3,"name":"Ζωή","presence":"offline","lastSeen":1795161425298}}}');
CREATE TABLE chat(id INTEGER PRIMARY KEY, frame TEXT NOT NULL);
INSERT INTO chat VALUES(1,'{"jsonrpc":"2.0","method":"chatAppeared","params":{"chat":{"id":1,"kind":"lobby","title":"Lobby","members":[1,2,3],"slowModeSeconds":10,"head":25,"activeAt":1795161756601,"last":{"chat":1,"seq":25,"author":2,"sendId":"01a21382-8382-7b19-9420-3e5babee3612","at":1795161756601,"text":"Ещё одно: не забудьте выключить паяльник 🔥"},"markers":[{"user":1,"delivered":25,"read":23},{"user":2,"delivered":25,"read":24},{"user":3,"delivered":21,"read":19}],"unread":2}}}');
INSERT INTO chat VALUES(2,'{"jsonrpc":"2.0","method":"chatAppeared","params":{"chat":{"id":2,"kind":"direct","title":"","members":[1,2],"head":7,"activeAt":1795161803930,"last":{"chat":2,"seq":7,"author":2,"sendId":"01a21382-839d-7e99-b8a4-aef8bb414213","at":1795161803930,"text":"到家告诉我一声"},"markers":[{"user":1,"delivered":7,"read":6},{"user":2,"delivered":7,"read":5}],"unread":1}}}');
INSERT INTO chat VALUES(3,'{"jsonrpc":"2.0","method":"chatAppeared","params":{"chat":{"id":3,"kind":"group","title":"机器人 Робот Ρομπότ 🤖","members":[2,1,3],"head":10,"activeAt":1795161567285,"last":{"chat":3,"seq":10,"author":2,"sendId":"01a21382-8323-7173-986c-f319a062427e","at":1795161567285,"text":"Schluss für heute 🌙"},"markers":[{"user":2,"delivered":10,"read":10},{"user":1,"delivered":10,"read":7},{"user":3,"delivered":7,"read":7}],"unread":3}}}');
CREATE TABLE entry(
  chat INTEGER NOT NULL, seq INTEGER NOT NULL, frame TEXT NOT NULL,
  PRIMARY KEY(chat, seq)) WITHOUT ROWID;
INSERT INTO entry VALUES(1,1,'{"jsonrpc":"2.0","method":"membersAdded","params":{"chat":1,"seq":1,"at":1795159861427,"author":1,"members":[1]}}');
INSERT INTO entry VALUES(1,2,'{"jsonrpc":"2.0","method":"membersAdded","params":{"chat":1,"seq":2,"at":1795159922854,"author":2,"members":[2]}}');
INSERT INTO entry VALUES(1,3,'{"jsonrpc":"2.0","method":"membersAdded","params":{"chat":1,"seq":3,"at":1795159984281,"author":3,"members":[3]}}');
INSERT INTO entry VALUES(1,4,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":4,"author":1,"sendId":"01a21382-7fdc-7e58-9c09-be8eedfc0849","at":1795160031610,"text":"Доброе утро! Сервер работает."}}');
INSERT INTO entry VALUES(1,5,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":5,"author":2,"sendId":"01a21382-7ff9-73f4-9e5a-f419d9a326d3","at":1795160078939,"text":"早上好，我看到你了。"}}');
INSERT INTO entry VALUES(1,6,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":6,"author":3,"sendId":"01a21382-801c-72f4-8332-39170cfd009e","at":1795160126268,"text":"Καλημέρα σε όλους 👋"}}');
INSERT INTO entry VALUES(1,7,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":7,"author":1,"sendId":"01a21382-8038-732e-ae6f-a98bfd5929f6","at":1795160173597,"text":"שלום וברוכים הבאים"}}');
INSERT INTO entry VALUES(1,8,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":8,"author":2,"sendId":"01a21382-804a-7377-919f-822fb7fadebd","at":1795160220926,"text":"مرحبا بالجميع"}}');
INSERT INTO entry VALUES(1,9,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":9,"author":3,"sendId":"01a21382-8078-7b89-9a1e-43a340711324","at":1795160268255,"text":"नमस्ते दुनिया"}}');
INSERT INTO entry VALUES(1,10,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":10,"author":1,"sendId":"01a21382-8099-7161-93bb-341e55f5d88b","at":1795160315584,"text":"The list for today:\n  1. solder the board\n  2. test the gripper\n\n  3. tea"}}');
INSERT INTO entry VALUES(1,11,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":11,"author":2,"sendId":"01a21382-80a6-7aea-a22e-68b181348a85","at":1795160362913,"text":"한국어도 됩니다 ✅"}}');
INSERT INTO entry VALUES(1,12,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":12,"author":3,"sendId":"01a21382-80ca-7b3d-9085-1deff68f047b","at":1795160410242,"text":"สวัสดีตอนเช้า"}}');
INSERT INTO entry VALUES(1,13,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":13,"author":1,"sendId":"01a21382-80e6-7a4e-be43-62621613935c","at":1795160457571,"text":"👩🏽‍🔧🤖🎉"}}');
INSERT INTO entry VALUES(1,14,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":14,"author":2,"sendId":"01a21382-80f4-7951-b1c5-2b4b810db155","at":1795160504900,"text":"é is not always é, and 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 has more than 65,536 characters 𠜎"}}');
INSERT INTO entry VALUES(1,15,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":15,"author":3,"sendId":"01a21382-8105-719b-8ecf-f93870ea7a83","at":1795160552229,"text":"He said ''it''s fine''; \"quotes\" and \\ backslashes \\n stay; -- so do comments"}}');
INSERT INTO entry VALUES(1,16,'{"jsonrpc":"2.0","method":"slowModeSet","params":{"chat":1,"seq":16,"at":1795160582439,"author":1,"seconds":30}}');
INSERT INTO entry VALUES(1,17,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":17,"author":1,"sendId":"01a21382-8140-729e-9799-1917fa70ba30","at":1795160629768,"text":"Медленный режим: тридцать секунд."}}');
INSERT INTO entry VALUES(1,18,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":18,"author":2,"sendId":"01a21382-815f-7d58-b864-d587e977eefd","at":1795160677097,"text":"好的，慢一点。"}}');
INSERT INTO entry VALUES(1,19,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":19,"author":3,"sendId":"01a21382-8177-7739-84d1-853a8659e798","at":1795160724426,"text":"Εντάξει!"}}');
INSERT INTO entry VALUES(1,20,'{"jsonrpc":"2.0","method":"slowModeSet","params":{"chat":1,"seq":20,"at":1795160754636,"author":1,"seconds":10}}');
INSERT INTO entry VALUES(1,21,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":21,"author":1,"sendId":"01a21382-8199-7bca-9940-391281dc7cb3","at":1795160801965,"text":"И теперь десять."}}');
INSERT INTO entry VALUES(1,22,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":22,"author":2,"sendId":"01a21382-8352-7b11-8710-51f5b56acb9e","at":1795161614614,"text":"最后一条公开消息"}}');
INSERT INTO entry VALUES(1,23,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":23,"author":1,"sendId":"01a21382-8360-7eff-8772-88480c102056","at":1795161661943,"text":"Всем пока!\n— Мира"}}');
INSERT INTO entry VALUES(1,24,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":24,"author":2,"sendId":"01a21382-836f-7135-924c-6ed0c1654149","at":1795161709272,"text":"再见 👋"}}');
INSERT INTO entry VALUES(1,25,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":1,"seq":25,"author":2,"sendId":"01a21382-8382-7b19-9420-3e5babee3612","at":1795161756601,"text":"Ещё одно: не забудьте выключить паяльник 🔥"}}');
INSERT INTO entry VALUES(2,1,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":2,"seq":1,"author":1,"sendId":"01a21382-81dc-770e-9873-102b6fc81ba2","at":1795160869434,"text":"Только тебе: у тебя есть ключ от шкафа?"}}');
INSERT INTO entry VALUES(2,2,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":2,"seq":2,"author":2,"sendId":"01a21382-81e6-74c0-b521-d57a512c49a7","at":1795160916763,"text":"有，在抽屉里。"}}');
INSERT INTO entry VALUES(2,3,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":2,"seq":3,"author":1,"sendId":"01a21382-8200-7fd7-9831-3c2daade39cf","at":1795160964092,"text":"Спасибо 🙏"}}');
INSERT INTO entry VALUES(2,4,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":2,"seq":4,"author":2,"sendId":"01a21382-8218-7906-9cf0-65632750bd27","at":1795161011421,"text":"不客气"}}');
INSERT INTO entry VALUES(2,5,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":2,"seq":5,"author":2,"sendId":"01a21382-8220-787e-91db-fea55519b832","at":1795161058750,"text":"A tab\there, and   three blanks"}}');
INSERT INTO entry VALUES(2,6,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":2,"seq":6,"author":1,"sendId":"01a21382-822c-7cf0-a032-d93288b1a4f1","at":1795161106079,"text":"Строка первая\nстрока вторая\nстрока третья"}}');
INSERT INTO entry VALUES(2,7,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":2,"seq":7,"author":2,"sendId":"01a21382-839d-7e99-b8a4-aef8bb414213","at":1795161803930,"text":"到家告诉我一声"}}');
INSERT INTO entry VALUES(3,1,'{"jsonrpc":"2.0","method":"membersAdded","params":{"chat":3,"seq":1,"at":1795161126219,"author":2,"members":[2,1,3]}}');
INSERT INTO entry VALUES(3,2,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":3,"seq":2,"author":2,"sendId":"01a21382-825f-7533-97a1-d781f0aaef89","at":1795161173548,"text":"这是我们的小组。"}}');
INSERT INTO entry VALUES(3,3,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":3,"seq":3,"author":1,"sendId":"01a21382-8272-70cd-a5fd-7f4f60174abd","at":1795161220877,"text":"Отлично, начнём."}}');
INSERT INTO entry VALUES(3,4,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":3,"seq":4,"author":3,"sendId":"01a21382-8284-78a5-a059-a9be3878917e","at":1795161268206,"text":"Έφερα το μοτέρ."}}');
INSERT INTO entry VALUES(3,5,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":3,"seq":5,"author":2,"sendId":"01a21382-8297-7ad3-9b43-9e7dc1e0dc91","at":1795161315535,"text":"¿Quién trae las baterías?"}}');
INSERT INTO entry VALUES(3,6,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":3,"seq":6,"author":1,"sendId":"01a21382-82bb-7b78-b91d-b3618dc04a05","at":1795161362864,"text":"Ich, und zwar größere: 12 V / 7 Ah"}}');
INSERT INTO entry VALUES(3,7,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":3,"seq":7,"author":3,"sendId":"01a21382-82cb-7863-b269-fd3b74deb544","at":1795161410193,"text":"Τέλεια ⚡"}}');
INSERT INTO entry VALUES(3,8,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":3,"seq":8,"author":2,"sendId":"01a21382-830f-7123-9053-e65cf49e6d81","at":1795161472627,"text":"Η Ζωή έφυγε; 那我们继续。"}}');
INSERT INTO entry VALUES(3,9,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":3,"seq":9,"author":2,"sendId":"01a21382-831c-7e97-afba-fe0d8bb104c1","at":1795161519956,"text":"The gripper holds 2.5 kg"}}');
INSERT INTO entry VALUES(3,10,'{"jsonrpc":"2.0","method":"messagePosted","params":{"chat":3,"seq":10,"author":2,"sendId":"01a21382-8323-7173-986c-f319a062427e","at":1795161567285,"text":"Schluss für heute 🌙"}}');
CREATE TABLE outbox(
  place INTEGER PRIMARY KEY AUTOINCREMENT, send_id TEXT NOT NULL UNIQUE,
  chat INTEGER NOT NULL, at INTEGER NOT NULL, text TEXT NOT NULL,
  fault INTEGER NOT NULL);
INSERT INTO outbox VALUES(1,'01a1f7dd-a8b3-7181-adbe-2a44f83b9083',1,1795159861427,replace('Слишком длинный отчёт: this one the server refused for good.\nIt waits to be discarded.','\n',char(10)),1021);
INSERT INTO outbox VALUES(14,'01a21382-83d2-73ca-ac65-c349755160da',2,1795623650258,'Я дома, всё хорошо 🏠',0);
INSERT INTO outbox VALUES(15,'01a21382-83d2-73ec-ba6c-34c89254198f',1,1795623650258,replace('Написано без связи:\nуйдёт позже.','\n',char(10)),0);
CREATE TABLE draft(chat INTEGER PRIMARY KEY, text TEXT NOT NULL);
INSERT INTO draft VALUES(1,replace('недописанное\nв две строки','\n',char(10)));
INSERT INTO draft VALUES(3,'Завтра принесу колёса и');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('outbox',15);
COMMIT;
PRAGMA user_version = 1;
PRAGMA application_id = 0;
