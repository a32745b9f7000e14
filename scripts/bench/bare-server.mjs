/** A server that reads what comes and answers at once: the most that the sender can do. */

import { createServer } from 'node:http';

createServer((request, response) => {
  request.resume().once('end', () => response.end('got it'));
}).listen(Number(process.env.PORT), '127.0.0.1');
