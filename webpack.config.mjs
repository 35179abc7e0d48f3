// The pane: two pages, index.html for a plain browser and office.html for Excel, and what both load
// later. Everything is served from one folder; nothing is asked of another machine.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import webpack from 'webpack';

const root = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(import.meta.url);
const OFFICE_FOLDER = path.join(
  path.dirname(require.resolve('@microsoft/office-js/package.json')),
  'dist',
);
/** Where office.js is looked for; its own files are put there unless another address is given. */
export const OWN_OFFICE = 'office-js/office.js';
/** Of the library: what only its developers read, and what other programs than Excel load. */
const NOT_SHIPPED = [
  '**/*.debug.js',
  '**/*.d.ts',
  '**/*.map',
  '**/{access,onenote,outlook,powerpoint,project,word,visio}*.js',
  '**/*vsdoc*',
  '**/outlook_strings.js',
];
/** What the pages and everything in them depend on, in this order. */
const SOURCES = ['package.json', 'package-lock.json', 'webpack.config.mjs', 'manifest', 'src'];

/** Names what the pane was built from: the same for the same sources, on every machine. */
export function buildId() {
  const hash = createHash('sha256');
  const add = (file) => {
    const text = readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n');
    hash.update(`${file}\0${text}\0`);
  };
  for (const source of SOURCES) {
    if (path.extname(source) !== '') add(source);
    else
      for (const file of readdirSync(path.join(root, source), { recursive: true }).sort())
        if (path.extname(file) !== '') add(`${source}/${file.split(path.sep).join('/')}`);
  }
  return hash.digest('hex').slice(0, 10);
}

/**
 * @param out the folder to fill
 * @param officeAddress where the page for Excel loads office.js from; the pane's own copy by default
 */
export function paneConfig({ out, officeAddress = OWN_OFFICE }) {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const build = buildId();
  const isOwnOffice = officeAddress === OWN_OFFICE;
  const officeOrigin = isOwnOffice ? '' : ` ${new URL(officeAddress).origin}`;
  const constants = new webpack.DefinePlugin({
    TALLYBOOK_VERSION: JSON.stringify(version),
    TALLYBOOK_BUILD: JSON.stringify(build),
  });
  const shared = {
    mode: 'production',
    context: root,
    devtool: false,
    // the check of scripts/pane/sizes.mjs has the last word
    performance: false,
    resolve: {
      // modules are named by their place below this folder, also where node_modules is a link
      symlinks: false,
      extensions: ['.ts', '.tsx', '.js'],
      extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
      // the package's own build for browsers, which Node does not load
      alias: { 'csv-stringify/sync$': 'csv-stringify/browser/esm/sync' },
    },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'ts-loader',
          options: {
            transpileOnly: true,
            configFile: path.join(root, 'tsconfig.pane.json'),
            compilerOptions: { noEmit: false },
          },
        },
      ],
    },
    optimization: { moduleIds: 'deterministic', chunkIds: 'deterministic' },
  };
  const page = (filename, chunk, more = {}) =>
    new HtmlPlugin({
      filename,
      template: path.join(root, 'manifest/page.html'),
      chunks: [chunk],
      inject: 'body',
      scriptLoading: 'defer',
      minify: false,
      officeOrigin,
      office: null,
      build: `${version} ${build}`,
      ...more,
    });
  const workers = Object.fromEntries(
    [
      'src/hosts/pane/worker/department-worker.ts',
      'src/hosts/pane/coordinator/coordinator-worker.ts',
    ].flatMap((file) =>
      existsSync(path.join(root, file)) ? [[path.basename(file, '.ts'), `./${file}`]] : [],
    ),
  );
  return [
    {
      ...shared,
      name: 'pages',
      target: ['web', 'es2022'],
      entry: { web: './src/hosts/web/main.ts', office: './src/hosts/office/main.ts' },
      output: {
        path: out,
        filename: 'scripts/[name].[contenthash].js',
        chunkFilename: 'scripts/[name].[contenthash].js',
        publicPath: 'auto',
        hashDigestLength: 12,
      },
      optimization: {
        ...shared.optimization,
        splitChunks: { chunks: 'all', maxInitialRequests: 4 },
      },
      plugins: [
        constants,
        page('index.html', 'web'),
        page('office.html', 'office', { office: officeAddress }),
        new CopyPlugin({
          patterns: [
            { from: 'seeds/*/plan.json' },
            { from: 'seeds/*.json' },
            { from: 'templates/*.json' },
            ...(isOwnOffice
              ? [
                  {
                    from: '**/*',
                    context: OFFICE_FOLDER,
                    to: 'office-js',
                    globOptions: { ignore: NOT_SHIPPED },
                    info: { minimized: true },
                  },
                ]
              : []),
          ],
        }),
      ],
    },
    {
      ...shared,
      name: 'workers',
      target: ['webworker', 'es2022'],
      entry: workers,
      // the pages know a worker by its name and the build
      output: { path: out, filename: `scripts/[name].${build}.js`, publicPath: 'auto' },
      plugins: [constants],
    },
  ];
}

export default paneConfig({ out: path.join(root, 'dist') });
