import { createContext, useContext, type ReactNode } from 'react';
import { fill, type Fillings, type Language, type Text } from '../../core/plan/text';

const LanguageContext = createContext<Language>('zh');

/** Sets the language of every view inside. */
export function InLanguage(props: { language: Language; children: ReactNode }) {
  return <LanguageContext value={props.language}>{props.children}</LanguageContext>;
}

export type Words = (text: Text, fillings?: Fillings) => string;

/** Puts a text into the language of the pane. */
export function useWords(): Words {
  const language = useContext(LanguageContext);
  return (text, fillings) => (fillings ? fill(text, fillings) : text)[language];
}
