require('./typescript.cjs');
require('../test/fuzz/thread.ts');
