import type { Command, CommanderError } from 'commander';
import { fill, type Language, type Text } from '../../core/plan/text';
import { cliMessages as messages } from './messages';

/** Gives the program and all its commands help titles and usage errors in the user's language. */
export function localise(program: Command, language: Language): Command {
  const say = (text: Text) => text[language];
  const titles: Readonly<Record<string, Text>> = {
    'Usage:': messages.usage,
    'Options:': messages.options,
    'Global Options:': messages.globalOptions,
    'Commands:': messages.commands,
    'Arguments:': messages.arguments,
  };
  for (const command of withSubcommands(program)) {
    command
      .helpOption('-h, --help', say(messages.optionHelp))
      .configureHelp({
        styleTitle: (title) => {
          const known = titles[title];
          return known ? say(known) : title;
        },
        optionDescription: (option) => {
          const notes = [
            ...(option.argChoices
              ? [`${say(messages.choices)}: ${option.argChoices.join(' ')}`]
              : []),
            ...(option.defaultValue === undefined
              ? []
              : [`${say(messages.default)}: ${String(option.defaultValue)}`]),
          ];
          return notes.length === 0
            ? option.description
            : `${option.description} (${notes.join('; ')})`;
        },
      })
      .configureOutput({ outputError: () => undefined })
      .exitOverride((error) => {
        if (error.exitCode !== 0) {
          const help = fill(messages.seeHelp, { command: fullName(command) })[language];
          process.stderr.write(`${say(usageError(error))}\n${help}\n`);
        }
        throw error;
      });
    if (command.commands.length > 0)
      command.helpCommand('help [command]', say(messages.commandHelp));
  }
  return program;
}

/** commander says what went wrong in English only; its code and the quoted name carry the same. */
function usageError({ code, message }: CommanderError): Text {
  const name = /'([^']+)'/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.unknownOption':
      return fill(messages.unknownOption, { name });
    case 'commander.unknownCommand':
      return fill(messages.unknownCommand, { name });
    case 'commander.help':
      return messages.missingCommand;
    case 'commander.missingArgument':
      return fill(messages.missingArgument, { name });
    case 'commander.missingMandatoryOptionValue':
      return fill(messages.missingOption, { name });
    case 'commander.optionMissingArgument':
      return fill(messages.missingOptionValue, { name });
    case 'commander.excessArguments':
      return messages.excessArguments;
    case 'commander.invalidArgument':
      return fill(messages.invalidArgument, {
        name: /argument '([^']*)'/.exec(message)?.[1] ?? name,
      });
    default:
      return { zh: messages.usage.zh, en: messages.usage.en };
  }
}

function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

function fullName(command: Command): string {
  return command.parent ? `${fullName(command.parent)} ${command.name()}` : command.name();
}
