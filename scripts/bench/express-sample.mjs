/** The receiver of the vendor's guide: Express parses the record, prints it and says "got it". */

import express from 'express';

const app = express();
app.use(express.json());

app.post('/', (request, response) => {
  console.log(request.body);
  response.send('got it');
});

app.listen(Number(process.env.PORT), '127.0.0.1');
