using System.CommandLine;
using Keukentafel.Data.People;
using Keukentafel.Data.Store;
using Keukentafel.Data.Wordings;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Wordings;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Commands;

/// <summary>Who decides about the words of the program, for parents or for young people. It opens nothing of any table.</summary>
public static class RepresentativeCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make() => new("representative", "Who decides about the words of the program: a parent and a young person together.")
    {
        Add(), Remove(), List(),
    };

    private static Command Add()
    {
        var name = Name();
        var kind = new Option<string>("--for") { Description = "For whom this person speaks: parents or young.", Required = true };
        kind.AcceptOnlyFromAmong("parents", "young");
        var command = new Command("add", "Makes somebody a representative.") { name, kind };
        command.SetAction((result, cancellation) => WithPersonAsync(result.GetValue(name)!, async (app, person) =>
        {
            try
            {
                await app.Services.GetRequiredService<Representatives>().AddAsync(Representative.Of(
                    new PersonId(person.Id), result.GetValue(kind) == "young" ? RepresentativeKind.Young : RepresentativeKind.Parent, (AgeGroup)person.Age,
                    person.IsProfessional));
                return 0;
            }
            catch (RuleBrokenException)
            {
                await Console.Error.WriteLineAsync("Whoever works with families cannot, and neither can a child. For parents speaks a grown-up.");
                return 1;
            }
        }, cancellation));
        return command;
    }

    private static Command Remove()
    {
        var name = Name();
        var command = new Command("remove", "Somebody is no representative any more.") { name };
        command.SetAction((result, cancellation) => WithPersonAsync(result.GetValue(name)!, async (app, person) =>
        {
            if (await app.Services.GetRequiredService<Representatives>().RemoveAsync(new PersonId(person.Id)))
            {
                return 0;
            }

            await Console.Error.WriteLineAsync("This person was no representative.");
            return 1;
        }, cancellation));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the representatives.");
        command.SetAction((_, cancellation) => CommandLine.InDatabaseAsync(1, async places =>
        {
            await using var app = App.Build(places, demo: false, "http://localhost:0");
            foreach (var (name, kind) in await app.Services.GetRequiredService<Representatives>().AllAsync(cancellation))
            {
                await Console.Out.WriteLineAsync($"{(kind == RepresentativeKind.Young ? "young" : "parents"),-8} {name}");
            }

            return 0;
        }, cancellation));
        return command;
    }

    private static Argument<string> Name() => new("sign-in") { Description = "The name this person comes in with." };

    private static Task<int> WithPersonAsync(string name, Func<WebApplication, Person, Task<int>> work, CancellationToken cancellation) =>
        CommandLine.InDatabaseAsync(1, async places =>
        {
            await using var hold = await Hold.ToWriteAsync(places, cancellation);
            await using var app = App.Build(places, demo: false, "http://localhost:0");
            await using var scope = app.Services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByNameAsync(name) is { } person)
            {
                return await work(app, person);
            }

            await Console.Error.WriteLineAsync("Nobody comes in by that name.");
            return 1;
        }, cancellation);
}
