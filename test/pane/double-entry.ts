// What a page loads before office.js so that it takes itself for a pane in Excel.
import {
  installOfficeDouble,
  type DoubleOptions,
  type OfficeDouble,
} from '../hosts/office/double/install';

/** Opens a workbook, in base 64, in the double of this page. */
export type InstallDouble = (workbook: string, options: DoubleOptions) => void;

declare global {
  var installDouble: InstallDouble;
  var double: OfficeDouble;
}

globalThis.installDouble = (workbook, options) => {
  const bytes = Uint8Array.from(atob(workbook), (character) => character.charCodeAt(0));
  globalThis.double = installOfficeDouble(window, bytes, options);
};
