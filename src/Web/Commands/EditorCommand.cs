using System.CommandLine;
using Keukentafel.Data.Nearby;
using Keukentafel.Data.People;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Nearby;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Commands;

/// <summary>Who writes what everybody reads about a place, and stories that were told. It opens nothing of any table.</summary>
public static class EditorCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make() => new("editor", "Who writes what everybody reads about a place, and stories that were told.") { Add(), Remove(), List() };

    private static Command Add()
    {
        var name = Name();
        var command = new Command("add", "Makes somebody an editor.") { name };
        command.SetAction((result, cancellation) => WithPersonAsync(result.GetValue(name)!, async (editors, person) =>
        {
            try
            {
                await editors.AddAsync(Editor.Of(new PersonId(person.Id), (AgeGroup)person.Age));
                return null;
            }
            catch (RuleBrokenException)
            {
                return "An editor is grown up.";
            }
        }, cancellation));
        return command;
    }

    private static Command Remove()
    {
        var name = Name();
        var command = new Command("remove", "Somebody is no editor any more. What they wrote stays.") { name };
        command.SetAction((result, cancellation) => WithPersonAsync(
            result.GetValue(name)!,
            async (editors, person) => await editors.RemoveAsync(new PersonId(person.Id)) ? null : "This person was no editor.",
            cancellation));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the editors.");
        command.SetAction((_, cancellation) => CommandLine.InDatabaseAsync(1, async places =>
        {
            await using var app = App.Build(places, demo: false, "http://localhost:0");
            foreach (var name in await app.Services.GetRequiredService<Editors>().AllAsync(cancellation))
            {
                await Console.Out.WriteLineAsync(name);
            }

            return 0;
        }, cancellation));
        return command;
    }

    private static Argument<string> Name() => new("sign-in") { Description = "The name this person comes in with." };

    private static Task<int> WithPersonAsync(string name, Func<Editors, Person, Task<string?>> work, CancellationToken cancellation) =>
        CommandLine.InDatabaseAsync(1, async places =>
        {
            await using var hold = await Hold.ToWriteAsync(places, cancellation);
            await using var app = App.Build(places, demo: false, "http://localhost:0");
            await using var scope = app.Services.CreateAsyncScope();
            var fault = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByNameAsync(name) is { } person
                ? await work(app.Services.GetRequiredService<Editors>(), person)
                : "Nobody comes in by that name.";
            if (fault is not null)
            {
                await Console.Error.WriteLineAsync(fault);
            }

            return fault is null ? 0 : 1;
        }, cancellation);
}
