BEGIN;
INSERT INTO "result" ("n", "te|xt", "none", "real", "blob") VALUES
(1, 'a,"b"', NULL, 1.5, X'00ff'),
((-9223372036854775807 - 1), 'line
break', '', 1e300, NULL),
(0, '=1+1 <b>&*_é🚀	', '  ', -0.1, X'');
COMMIT;
