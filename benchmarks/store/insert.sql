-- What pgbench does over and over: one row of the size of a step's entry, in a transaction of its own.
INSERT INTO bare (body) VALUES (convert_to(repeat('x', 480), 'UTF8'));
