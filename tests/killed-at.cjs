/**
 * Loaded into a start before anything else, kills it at its KILL_AT-th statement on SQLite. At the end of one that lives it says
 * at which of how many its migrations began and ended. With CARELESS they are in no transaction.
 */

const Database = require('better-sqlite3');

const { KILL_AT, CARELESS } = process.env;
const count = { statements: 0, began: 0, ended: 0 };

for (const name of ['prepare', 'exec', 'pragma']) {
  const run = Database.prototype[name];
  Database.prototype[name] = function (source, ...more) {
    count.statements += 1;
    if (source === 'BEGIN') count.began ||= count.statements;
    if (source === 'COMMIT') count.ended ||= count.statements;
    if (count.statements === Number(KILL_AT)) process.kill(process.pid, 'SIGKILL');
    const isLeftOut = CARELESS && /^(BEGIN|COMMIT)$/.test(source);
    return run.call(this, isLeftOut ? 'drop table if exists no_such_table' : source, ...more);
  };
}

process.on('exit', () => console.log(JSON.stringify(count)));
